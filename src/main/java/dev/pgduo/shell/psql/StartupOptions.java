package dev.pgduo.shell.psql;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.session.PsqlProgram;
import dev.pgduo.session.meta.PrintSettings;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Format;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Separators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Parses psql's command line: settings are applied at once, other options are kept (psql 15: {@code parse_psql_options}). */
final class StartupOptions {
    /** An action of the command line, such as {@code -c}; actions run in order. */
    @FunctionalInterface
    interface Action {
        /** Runs the action; returns psql's exit code. */
        int run(PsqlProgram program);
    }

    /** Ends the program while its options are being parsed. */
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        Stop(int code) {
            super("", null, false, false);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final PsqlProgram program;
    private final Psql psql;
    private final List<Action> actions = new ArrayList<>();
    private final Map<Character, String> kept = new HashMap<>();

    StartupOptions(PsqlProgram program) {
        this.program = program;
        this.psql = program.psql();
    }

    List<Action> actions() {
        return actions;
    }

    /** Whether this option was given. */
    boolean has(char letter) {
        return kept.containsKey(letter);
    }

    /** The value of an option, or null. */
    @Nullable
    String value(char letter) {
        return kept.get(letter);
    }

    void read(Getopt.Words line) throws Stop {
        for (Getopt.Option option : line.options()) {
            take(option.letter(), option.value());
        }
        for (String name : line.operands()) {
            if (kept.putIfAbsent('d', name) != null
                    && kept.putIfAbsent('U', name) != null
                    && !psql.settings().quiet()) {
                psql.log().warning("extra command-line argument \"" + name + "\" ignored");
            }
        }
    }

    private void take(char letter, String value) throws Stop {
        switch (letter) {
            case 'a' -> variable("ECHO", "all");
            case 'b' -> variable("ECHO", "errors");
            case 'e' -> variable("ECHO", "queries");
            case 'E' -> variable("ECHO_HIDDEN", "on");
            case 'q' -> variable("QUIET", "on");
            case 's' -> variable("SINGLESTEP", "on");
            case 'S' -> variable("SINGLELINE", "on");
            case 'v' -> assignment(value);
            case 'c' -> actions.add(p -> value.startsWith("\\") ? p.command(value.substring(1)) : p.query(value));
            case 'f' -> actions.add(p -> p.file(value));
            case 'o' -> output(value);
            case 'P' -> printSetting(value);
            case PsqlArguments.STYLE -> printSetting(PrintSettings.STYLE + "=" + value);
            case 'w', 'W' -> {
                // Of contradictory options, the last one is used.
                kept.remove(letter == 'w' ? 'W' : 'w');
                kept.put(letter, value);
            }
            case 'V' -> {
                psql.output().out("psql (PostgreSQL) " + Psql.VERSION + "\n");
                throw new Stop(0);
            }
            case '?' -> help(value);
            default -> print(letter, value);
        }
    }

    private void print(char letter, String value) {
        switch (letter) {
            case 'A' -> change(o -> o.withFormat(Format.UNALIGNED));
            case 'H' -> change(o -> o.withFormat(Format.HTML));
            case PsqlArguments.CSV -> change(o -> o.withFormat(Format.CSV));
            case 't' -> change(o -> o.withTuplesOnly(true));
            case 'x' -> change(o -> o.withExpanded(Expanded.ON));
            case 'T' -> change(o -> o.withTableAttributes(value));
            case 'F' -> change(o -> o.withSeparators(o.separators().withField(value)));
            case 'R' -> change(o -> o.withSeparators(o.separators().withRecord(value)));
            case 'z' -> change(o -> o.withSeparators(o.separators().withField(Separators.ZERO)));
            case '0' -> change(o -> o.withSeparators(o.separators().withRecord(Separators.ZERO)));
            default -> kept.put(letter, value);
        }
    }

    private void change(UnaryOperator<PrintOptions> change) {
        psql.settings().print(change.apply(psql.settings().print()));
    }

    private void variable(String name, @Nullable String value) {
        if (value == null) {
            psql.variables().unset(name);
        } else {
            psql.variables().set(name, value);
        }
    }

    private void assignment(String text) throws Stop {
        int equals = text.indexOf('=');
        try {
            variable(equals < 0 ? text : text.substring(0, equals), equals < 0 ? null : text.substring(equals + 1));
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            throw new Stop(1);
        }
    }

    private void printSetting(String text) throws Stop {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (!PrintSettings.silently(name, equals < 0 ? null : text.substring(equals + 1), psql)) {
            psql.err("could not set printing parameter \"" + name + "\"");
            throw new Stop(1);
        }
    }

    private void output(String target) throws Stop {
        try {
            psql.target().queryFile(target.isEmpty() ? null : Targets.open(target, psql));
        } catch (IOException e) {
            psql.err(String.valueOf(e.getMessage()));
            throw new Stop(1);
        }
    }

    private void help(String topic) throws Stop {
        if (!topic.isEmpty() && !List.of("options", "commands", "variables").contains(topic)) {
            psql.log().hint("Try \"psql --help\" for more information.");
            throw new Stop(1);
        }
        throw new Stop(program.command("? " + (topic.isEmpty() ? "options" : topic)));
    }
}
