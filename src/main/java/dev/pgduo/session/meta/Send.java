package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.PrintOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \g} {@code \gx} */
final class Send implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("g", "gx");
    }

    @Override
    public String usage() {
        return "[(OPTIONS)] [FILE]";
    }

    @Override
    public String help() {
        return "execute query (and send result to file or |pipe); \\gx forces expanded output";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> word = arguments.fileOrPipe();
        PrintOptions options = psql.settings().print();
        if (word.isPresent() && word.get().startsWith("(")) {
            Optional<PrintOptions> changed = options(word.get().substring(1), options, arguments, psql);
            if (changed.isEmpty()) {
                return Next.RESET;
            }
            options = changed.get();
            word = arguments.fileOrPipe();
        }
        if (name.equals("gx")) {
            options = options.withExpanded(Expanded.ON);
        }
        psql.nextOnly(word.isPresent() ? Targets.open(word.get(), psql) : null, options);
        return Next.SEND;
    }

    private static Optional<PrintOptions> options(String first, PrintOptions start, SlashScanner arguments, Psql psql) {
        Optional<PrintOptions> options = Optional.of(start);
        Optional<String> word = Optional.of(first);
        boolean closed = false;
        while (!closed) {
            String text = word.get();
            closed = text.endsWith(")");
            text = closed ? text.substring(0, text.length() - 1) : text;
            if (!text.isEmpty() && options.isPresent()) {
                int equals = text.indexOf("=");
                String option = equals < 0 ? text : text.substring(0, equals);
                String value = equals < 0 ? null : text.substring(equals + 1);
                options = PrintSettings.changed(option, value, options.get(), psql);
            }
            if (!closed) {
                word = arguments.argument();
                if (word.isEmpty()) {
                    psql.err("\\g: missing right parenthesis");
                    return Optional.empty();
                }
            }
        }
        return options;
    }
}
