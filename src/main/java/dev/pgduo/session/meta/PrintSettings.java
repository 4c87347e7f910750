package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import dev.pgduo.table.PrintOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code \pset} */
final class PrintSettings implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("pset");
    }

    @Override
    public String usage() {
        return "[NAME [VALUE]]";
    }

    @Override
    public String help() {
        return "set table output option";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws SlashScanner.Unterminated {
        Optional<String> option = arguments.argument();
        if (option.isPresent()) {
            return apply(option.get(), arguments.argument().orElse(null), psql);
        }
        PrintOptions print = psql.settings().print();
        PrintOption.ALL.forEach((word, setting) -> psql.output()
                .out(String.format("%-24s %s%n", word, setting.listed().apply(print))
                        .replace("\r", "")));
        return Next.CONTINUE;
    }

    /** Changes a setting and says so. */
    static Next apply(String name, @Nullable String value, Psql psql) {
        Optional<PrintOptions> changed = changed(name, value, psql.settings().print(), psql);
        if (changed.isEmpty()) {
            return Next.FAILED;
        }
        psql.settings().print(changed.get());
        PrintOption option = PrintOption.ALL.get(name.equals("x") ? "expanded" : PrintOption.longName(name));
        if (option != null && !psql.settings().quiet()) {
            psql.output().out(option.told().apply(changed.get()) + "\n");
        }
        return Next.CONTINUE;
    }

    /** The options with this setting changed; nothing, and a complaint, when it cannot be. */
    static Optional<PrintOptions> changed(String name, @Nullable String value, PrintOptions options, Psql psql) {
        PrintOption option = PrintOption.ALL.get(PrintOption.longName(name));
        if (option == null) {
            psql.err("\\pset: unknown option: " + name);
            return Optional.empty();
        }
        try {
            return Optional.of(option.changer().apply(options, value));
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
