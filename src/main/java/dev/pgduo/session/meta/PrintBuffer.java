package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \p}, {@code \print}: prints the query buffer. */
final class PrintBuffer implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("p", "print");
    }

    @Override
    public String help() {
        return "show the contents of the query buffer";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        String text = psql.buffer().isEmpty()
                ? psql.frame().previous()
                : psql.buffer().toString();
        if (!text.isEmpty()) {
            psql.output().out(text + "\n");
        } else if (!psql.settings().quiet()) {
            psql.output().out("Query buffer is empty.\n");
        }
        return Next.CONTINUE;
    }
}
