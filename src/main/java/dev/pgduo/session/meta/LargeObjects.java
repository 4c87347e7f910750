package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.LargeObject;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \lo_export}, {@code \lo_import}, &#92;lo_unlink: import, export and remove large objects. */
final class LargeObjects implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("lo_export", "lo_import", "lo_unlink");
    }

    @Override
    public String help() {
        return "large object operations";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> first = arguments.stripped();
        Optional<String> second = arguments.stripped();
        boolean export = name.equals("lo_export");
        if (first.isEmpty() || (export && second.isEmpty())) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        boolean done = switch (name) {
            case "lo_export" -> LargeObject.export(psql, first.get(), second.orElse(""));
            case "lo_import" -> LargeObject.load(psql, first.get(), second.orElse(null));
            default -> LargeObject.unlink(psql, first.get());
        };
        return done ? Next.CONTINUE : Next.FAILED;
    }
}
