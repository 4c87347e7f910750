package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.result.StoreRow;
import java.util.List;

/** {@code \gset} */
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
        psql.request(Request.of(new StoreRow(arguments.argument().orElse(""))));
        return Next.SEND;
    }
}
