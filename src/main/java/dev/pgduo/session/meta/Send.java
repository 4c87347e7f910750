package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.PrintOptions;
import java.util.List;
import java.util.Optional;

/** {@code \g}, {@code \gx}: run the query, optionally with its result sent to a file or program. */
final class Send implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("g", "gx");
    }

    @Override
    public String help() {
        return "execute query (and send result to file or |pipe); \\gx forces expanded output";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FILE_OR_PIPE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> word = arguments.fileOrPipe();
        Optional<PrintOptions> options = Optional.of(psql.settings().print());
        if (word.isPresent() && word.get().startsWith("(")) {
            options = options(name, word.get().substring(1), arguments, psql);
            word = arguments.fileOrPipe();
        }
        if (options.isEmpty()) {
            return Next.FAILED;
        }
        if (psql.pipelining().refuses(name)) {
            return Next.FAILED;
        }
        boolean expanded = name.equals("gx");
        psql.request(
                Request.printed(word.orElse(null), expanded ? options.get().withExpanded(Expanded.ON) : options.get()));
        return Next.SEND;
    }

    /** The options in parentheses; empty, after an error was printed, when one is invalid. */
    private static Optional<PrintOptions> options(String name, String first, SlashScanner arguments, Psql psql) {
        PrintOptions options = psql.settings().print();
        boolean ok = true;
        Optional<String> word = Optional.of(first);
        while (word.isPresent()) {
            boolean closed = word.get().endsWith(")");
            String text = closed ? word.get().substring(0, word.get().length() - 1) : word.get();
            Optional<PrintOptions> changed = text.isEmpty() ? Optional.of(options) : changed(text, options, psql);
            ok &= changed.isPresent();
            options = changed.orElse(options);
            if (closed) {
                return ok ? Optional.of(options) : Optional.empty();
            }
            word = arguments.argument();
        }
        psql.err("\\" + name + ": missing right parenthesis");
        return Optional.empty();
    }

    private static Optional<PrintOptions> changed(String text, PrintOptions options, Psql psql) {
        int equals = text.indexOf('=');
        String option = equals < 0 ? text : text.substring(0, equals);
        return PrintSettings.changed(option, equals < 0 ? null : text.substring(equals + 1), options, psql);
    }
}
