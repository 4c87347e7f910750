package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.PrintOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code \pset}: shows or sets how tables are printed. */
public final class PrintSettings implements MetaCommand {
    /** The setting for the version of psql whose output is printed; psql itself does not have it. */
    public static final String STYLE = "psql_style";

    private static final int NAME_COLUMN = 24;

    /** Switches for which psql 15 reports a toggle, but not a given value. */
    private static final Set<String> SILENT = Set.of("footer", "numericlocale", "tuples_only");

    @Override
    public List<String> names() {
        return List.of("pset");
    }

    @Override
    public String help() {
        return "set table output option";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> option = arguments.argument();
        if (option.isPresent()) {
            return apply(option.get(), arguments.argument().orElse(null), psql);
        }
        Map<String, String> listed = new TreeMap<>(PagerSettings.listed(psql.settings()));
        PrintOption.ALL.forEach((word, setting) ->
                listed.put(word, setting.listed().apply(psql.settings().print())));
        if (psql.major() >= HeaderWidthWord.SINCE) {
            listed.put(
                    HeaderWidthWord.NAME,
                    HeaderWidthWord.OPTION.listed().apply(psql.settings().print()));
        }
        listed.forEach((word, value) -> psql.output().out(padded(word) + " " + value + "\n"));
        return Next.CONTINUE;
    }

    private static String padded(String word) {
        return word + " ".repeat(Math.max(0, NAME_COLUMN - word.length()));
    }

    /** Changes a setting and reports it. */
    static Next apply(String name, @Nullable String value, Psql psql) {
        if (PagerSettings.has(name) || StyleSetting.has(name)) {
            return other(name, value, psql);
        }
        Optional<PrintOptions> changed = changed(name, value, psql.settings().print(), psql);
        if (changed.isEmpty()) {
            return Next.FAILED;
        }
        psql.settings().print(changed.get());
        if (value != null && SILENT.contains(PrintOption.longName(name))) {
            return Next.CONTINUE;
        }
        PrintOption option = PrintOption.named(name);
        if (option != null && !psql.settings().quiet()) {
            psql.output().out(option.told().apply(changed.get()) + "\n");
        }
        return Next.CONTINUE;
    }

    /** Changes a setting without a report, but with an error when the value is invalid; returns whether it was changed. */
    public static boolean silently(String name, @Nullable String value, Psql psql) {
        try {
            if (PagerSettings.has(name)) {
                PagerSettings.change(name, value, psql.settings());
                return true;
            }
            if (StyleSetting.has(name)) {
                StyleSetting.change(value, psql);
                return true;
            }
            Optional<PrintOptions> changed =
                    changed(name, value, psql.settings().print(), psql);
            changed.ifPresent(psql.settings()::print);
            return changed.isPresent();
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Changes a setting that does not concern tables. */
    private static Next other(String name, @Nullable String value, Psql psql) {
        try {
            String told = PagerSettings.has(name)
                    ? PagerSettings.change(name, value, psql.settings())
                    : StyleSetting.change(value, psql);
            psql.output().out(psql.settings().quiet() ? "" : told + "\n");
            return Next.CONTINUE;
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return Next.FAILED;
        }
    }

    /** The options with this setting changed; empty, after an error was printed, when the value is invalid. */
    static Optional<PrintOptions> changed(String name, @Nullable String value, PrintOptions options, Psql psql) {
        PrintOption option = PrintOption.named(name);
        if (option == null) {
            psql.err("\\pset: unknown option: " + name);
            return Optional.empty();
        }
        try {
            return Optional.of(option.changer().apply(options, value));
        } catch (IllegalArgumentException e) {
            String words = String.valueOf(e.getMessage());
            psql.err(words.replace("for \"" + PrintOption.longName(name) + "\"", "for \"" + name + "\""));
            return Optional.empty();
        }
    }
}
