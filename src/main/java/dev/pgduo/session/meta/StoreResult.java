package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.result.StoreRow;
import java.util.List;

/** {@code \gset}: stores the result's row in variables. */
final class StoreResult implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("gset");
    }

    @Override
    public String help() {
        return "execute query and store result in psql variables";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        String prefix = arguments.argument().orElse("");
        if (psql.pipelining().refuses(name)) {
            return Next.FAILED;
        }
        psql.request(Request.of(new StoreRow(prefix)));
        return Next.SEND;
    }
}
