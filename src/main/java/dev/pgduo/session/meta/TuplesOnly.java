package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \t}: switches the printing of headers and footers. */
final class TuplesOnly implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("t");
    }

    @Override
    public String help() {
        return "show only rows";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        return PrintSettings.apply("tuples_only", arguments.stripped().orElse(null), psql);
    }
}
