package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import dev.pgduo.session.scan.SlashScanner;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** {@code \s}: a script has no history */
final class History implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("s");
    }

    @Override
    public String usage() {
        return "[FILE]";
    }

    @Override
    public String help() {
        return "display history or save it to file";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> file = arguments.stripped();
        if (file.isEmpty()) {
            psql.output().out("\n");
            return Next.CONTINUE;
        }
        try (OutputStream out = Targets.open(file.get(), psql)) {
            out.flush();
        }
        if (!psql.settings().quiet()) {
            psql.output().out("Wrote history to file \"" + file.get() + "\".\n");
        }
        return Next.CONTINUE;
    }
}
