package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** &#92;unset: removes a variable. */
final class UnsetVariable implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("unset");
    }

    @Override
    public String help() {
        return "unset (delete) internal variable";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> variable = arguments.argument();
        if (variable.isEmpty()) {
            psql.err("\\unset: missing required argument");
            return Next.FAILED;
        }
        psql.variables().unset(variable.get());
        return Next.CONTINUE;
    }
}
