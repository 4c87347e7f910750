package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.result.RunCells;
import java.util.List;

/** {@code \gexec}: runs the query, then each value of its result as a query. */
final class RunResult implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("gexec");
    }

    @Override
    public String help() {
        return "execute query, then execute each value in its result";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        if (psql.pipelining().refuses(name)) {
            return Next.FAILED;
        }
        psql.request(Request.of(new RunCells()));
        return Next.SEND;
    }
}
