package dev.pgduo.session.review;

import dev.pgduo.scan.Line;
import dev.pgduo.scan.SlashScanner;
import dev.pgduo.scan.Variables;
import dev.pgduo.session.copy.CopyCommand;
import dev.pgduo.session.meta.MetaCommand;
import dev.pgduo.session.meta.MetaCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A backslash command as it stands in a script, unevaluated.
 *
 * @param name without the backslash
 * @param words its arguments
 * @param backquotes whether one of them is a command in backquotes
 */
record Backslash(String name, List<String> words, boolean backquotes) {
    private static final MetaCommands COMMANDS = new MetaCommands();

    /**
     * Commands that count whatever their arguments are: they run programs or scripts, change the directory, or change the
     * environment of programs.
     */
    private static final Set<String> ALWAYS =
            Set.of("!", "setenv", "cd", "i", "include", "ir", "include_relative", "e", "edit", "ef", "ev", "lo_import");

    private static final Set<String> TO_FILE = Set.of("o", "out", "w", "write", "g", "gx", "s", "lo_export");
    private static final Set<String> ENDING =
            Set.of("g", "gx", "gset", "gexec", "gdesc", "watch", "crosstabview", "r", "reset", "parse", "bind_named");

    /** The name of a file in the node's home, which is the node's own. */
    private static final Pattern OWN_FILE = Pattern.compile("[\\w][\\w.-]*");

    /** A value that cannot end a string, begin a command, or name another variable where it is inserted. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\p{L}\\p{N}_ .,+/-]*");

    Backslash {
        words = List.copyOf(words);
    }

    /** Parses the command after the backslash at the line's position; the line is then positioned after it. */
    static Backslash read(Line line) {
        AtomicBoolean backquotes = new AtomicBoolean();
        SlashScanner scanner = new SlashScanner(
                line,
                Variables.NONE,
                command -> {
                    backquotes.set(true);
                    return command;
                },
                complaint -> {});
        String name = scanner.name();
        List<String> words = words(name, scanner);
        scanner.end();
        return new Backslash(name, words, backquotes.get());
    }

    private static List<String> words(String name, SlashScanner scanner) {
        List<String> words = new ArrayList<>();
        Optional<MetaCommand> command = COMMANDS.find(name.equalsIgnoreCase("copy") ? "copy" : name);
        switch (command.map(MetaCommand::arguments).orElse(MetaCommand.Arguments.LINE)) {
            case LINE -> words.add(scanner.wholeLine());
            case FILE_OR_PIPE -> scanner.fileOrPipe().ifPresent(words::add);
            case WORDS -> {}
        }
        // Arguments that the command would ignore are read as well, because their backquotes are run.
        for (Optional<String> word = scanner.argument(); word.isPresent(); word = scanner.argument()) {
            words.add(word.get());
        }
        return words;
    }

    /** The whole command without the backslash. */
    String text() {
        return (name + " " + String.join(" ", words)).strip();
    }

    /** Whether it sends the query buffer, which is empty afterwards. */
    boolean sends() {
        return ENDING.contains(name);
    }

    /** Whether it sets variables to values that are not known before. */
    boolean takesValues() {
        return Set.of("gset", "getenv", "prompt").contains(name);
    }

    boolean reachesOut(Predicate<String> foreign) {
        if (backquotes || ALWAYS.contains(name)) {
            return true;
        }
        if (TO_FILE.contains(name)) {
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            return words.stream().anyMatch(word -> word.startsWith("|")) || !(last.isEmpty() || own(last));
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "copy" -> copyReachesOut(words.get(0));
            case "set" -> !PLAIN_VALUE.matcher(String.join("", words)).matches();
            case "connect", "c" -> words.stream().anyMatch(word -> word.contains("="));
            default -> COMMANDS.find(name).isEmpty() && foreign.test(text());
        };
    }

    private boolean own(String word) {
        return OWN_FILE.matcher(word).matches() || (name.startsWith("g") && word.endsWith(")"));
    }

    private static boolean copyReachesOut(String line) {
        return Stream.of(true, false)
                .flatMap(standardStrings -> CopyCommand.target(line, standardStrings).stream())
                .anyMatch(target -> !OWN_FILE.matcher(target).matches());
    }
}
