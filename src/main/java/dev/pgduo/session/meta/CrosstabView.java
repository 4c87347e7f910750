package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.result.Crosstab;
import java.util.ArrayList;
import java.util.List;

/** {@code \crosstabview}: runs the query and prints its result as a crosstab. */
final class CrosstabView implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("crosstabview");
    }

    @Override
    public String help() {
        return "execute query and display result in crosstab";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            arguments.stripped().ifPresent(words::add);
        }
        psql.request(Request.of(new Crosstab(words)));
        return Next.SEND;
    }
}
