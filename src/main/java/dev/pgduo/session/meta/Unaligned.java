package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.Format;
import java.util.List;

/** {@code \a}: switches between aligned and unaligned output. */
final class Unaligned implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("a");
    }

    @Override
    public String help() {
        return "toggle between unaligned and aligned output mode";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        boolean aligned = psql.settings().print().format() == Format.ALIGNED;
        return PrintSettings.apply("format", aligned ? "unaligned" : "aligned", psql);
    }
}
