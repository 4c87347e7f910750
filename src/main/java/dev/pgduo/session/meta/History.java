package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import dev.pgduo.table.ByteText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code \s}: prints the history of the lines typed, or saves it. */
final class History implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("s");
    }

    @Override
    public String help() {
        return "display history or save it to file";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> file = arguments.stripped();
        String typed = psql.host().history().stream().map(line -> line + "\n").collect(Collectors.joining());
        if (file.isEmpty()) {
            psql.output().out(typed.isEmpty() ? "\n" : typed);
            return Next.CONTINUE;
        }
        try (OutputStream out = Targets.open(file.get(), psql)) {
            out.write(ByteText.encode(typed));
        }
        if (!psql.settings().quiet()) {
            psql.output().out("Wrote history to file \"" + file.get() + "\".\n");
        }
        return Next.CONTINUE;
    }
}
