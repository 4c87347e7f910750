package dev.pgduo.shell;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LineBreaks;
import dev.pgduo.shell.command.UsageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parsed command line of pgduo: its own options, then a command with that command's words.
 *
 * @param flags options without a value
 * @param lines the values of {@code -c}, run one by one
 * @param settings the values of the other options that have one
 * @param command a command and its words, unparsed; empty for the interactive shell
 */
public record Invocation(Set<Flag> flags, List<String> lines, Map<Setting, String> settings, List<String> command) {
    /** An option with a value. */
    public enum Setting {
        LAB("--lab", "work on the lab of this name"),
        DIR("--dir", "work on the lab in this directory"),
        STYLE("--psql-style", "output format of sessions: psql 15, 16, 17, 18, or server"),
        EVENTS("--events", "write what is typed and printed to this file, for export");

        private final String option;
        private final String description;

        Setting(String option, String description) {
            this.option = option;
            this.description = description;
        }
    }

    /** An option without a value. */
    public enum Flag {
        VERSION("--version", "print the version and exit"),
        HELP("--help", "print this and exit"),
        DUMB("--dumb", "plain lines only, no terminal features"),
        NO_STATUS("--no-status", "show no status bar"),
        REAL_PATHS("--real-paths", "show real paths and ports instead of those of the lab file"),
        NO_SUGGESTIONS("--no-suggestions", "no suggestions from the history"),
        ECHO("--echo", "with -c: show prompts and input, as in a lab file"),
        QUIET("--quiet", "with input from a pipe: do not show prompts and input"),
        STOP_ON_ERROR("--stop-on-error", "end a script at a failed SQL statement, too"),
        KEEP_GOING("--keep-going", "do not end a script at a failed command");

        private final String option;
        private final String description;

        Flag(String option, String description) {
            this.option = option;
            this.description = description;
        }

        String option() {
            return option;
        }

        String description() {
            return description;
        }
    }

    public Invocation {
        flags = Set.copyOf(flags);
        lines = List.copyOf(lines);
        settings = Map.copyOf(settings);
        command = List.copyOf(command);
    }

    /**
     * Parses the words of the command line.
     *
     * @throws UsageException when there is no such option
     */
    public static Invocation of(List<String> args) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<String> lines = new ArrayList<>();
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        Deque<String> words = new ArrayDeque<>(args);
        while (!words.isEmpty() && words.peek().startsWith("-")) {
            String word = words.pop();
            if (word.equals("-c") || word.equals("--command")) {
                lines.add(value(word, words));
            } else if (word.startsWith("--command=")) {
                lines.add(word.substring("--command=".length()));
            } else if (!takeSetting(word, words, settings)) {
                flags.add(flag(word));
            }
        }
        return new Invocation(flags, lines, settings, List.copyOf(words));
    }

    /**
     * The text of {@code pgduo --help}.
     *
     * @param programs the client programs that run without a lab
     */
    public static List<String> help(List<String> programs) {
        List<String> lines = new ArrayList<>(List.of(
                "pgduo is a shell for labs with two PostgreSQL servers: a primary and a standby.",
                "",
                "Usage:",
                "  pgduo [OPTION]...                      open the shell; a script on the standard input is run",
                "  pgduo [OPTION]... -c LINE [-c LINE]... run lines as if they were typed",
                "  pgduo COMMAND [ARGUMENT]...            run one command: pgduo play FILE, pgduo verify FILE...",
                "  pgduo PROGRAM [ARGUMENT]...            run a client program of PostgreSQL, without a lab",
                "",
                "Options:"));
        described().forEach((words, text) -> lines.add("  " + words + " ".repeat(19 - words.length()) + text));
        lines.addAll(List.of("", "Programs:"));
        lines.addAll(LineBreaks.of(String.join(", ", programs), 76).stream()
                .map(line -> "  " + line)
                .toList());
        lines.add("  bench: measure pgduo (in a checkout)");
        lines.addAll(List.of(
                "",
                "\"pgduo PROGRAM --help\" lists a program's options.",
                "\"pgduo help\" lists the commands, \"pgduo help COMMAND\" says what one takes."));
        return lines;
    }

    /** The description of each option, by the option as it is written. */
    public static Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            described.put(setting.option + " " + setting.name(), setting.description);
        }
        for (Flag flag : Flag.values()) {
            described.put(flag.option(), flag.description());
        }
        return described;
    }

    /** All options as they are typed. */
    public static List<String> options() {
        return Stream.concat(
                        Arrays.stream(Setting.values()).map(setting -> setting.option),
                        Arrays.stream(Flag.values()).map(Flag::option))
                .toList();
    }

    /** Whether this option was given. */
    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    private static boolean takeSetting(String word, Deque<String> words, Map<Setting, String> settings) {
        for (Setting setting : Setting.values()) {
            if (word.equals(setting.option)) {
                settings.put(setting, value(word, words));
                return true;
            }
            if (word.startsWith(setting.option + "=")) {
                settings.put(setting, word.substring(setting.option.length() + 1));
                return true;
            }
        }
        return false;
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw new UsageException(ErrorReport.error("option " + option + " requires a value"));
        }
        return words.pop();
    }

    private static Flag flag(String word) {
        if (word.equals("-?") || word.equals("-h")) {
            return Flag.HELP;
        }
        if (word.equals("-V")) {
            return Flag.VERSION;
        }
        for (Flag flag : Flag.values()) {
            if (flag.option().equals(word)) {
                return flag;
            }
        }
        String hint = DidYouMean.nearest(word, options())
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Try \"pgduo --help\".");
        throw new UsageException(
                ErrorReport.error("unrecognized option \"" + word + "\"").hint(hint));
    }
}
