package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \r}, {@code \reset}: empties the query buffer. */
final class ResetBuffer implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("r", "reset");
    }

    @Override
    public String help() {
        return "reset (clear) the query buffer";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        if (!psql.settings().quiet()) {
            psql.output().out("Query buffer reset (cleared).\n");
        }
        return Next.RESET;
    }
}
