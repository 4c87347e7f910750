package dev.pgduo.lab.os;

import dev.pgduo.scan.ShellWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The idioms that work on one file or directory of the lab. */
final class FileIdioms {
    private static final Set<String> CONFIGURATION =
            Set.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf", "recovery.conf");
    private static final Pattern WIPE = Pattern.compile("rm\\s+((?:-[-a-zA-Z]+\\s+)++)(.+)");
    private static final Pattern SED =
            Pattern.compile("sed\\s+(-i|-i\\s+-[Er]|-[Er]\\s+-i|-[Er]i|-i[Er])\\s+(.+?)\\s+(\\S+)");
    private static final Pattern ECHO = Pattern.compile("echo\\s+(.+?)\\s*>>\\s*(\\S+)");
    private static final Pattern SETTING = Pattern.compile("[\\w.]+\\s*=?\\s*('(?:[^']++|'')*+'|[\\w.+-]+)\\s*(#.*)?");

    private FileIdioms() {}

    static List<Idiom> all() {
        return Stream.<Function<String, Optional<OsAction>>>of(
                        FileIdioms::wipe, FileIdioms::sed, FileIdioms::append, FileIdioms::touch, FileIdioms::show)
                .<Idiom>map(shape -> command -> shape.apply(command.line()))
                .toList();
    }

    private static Optional<OsAction> wipe(String line) {
        Matcher m = WIPE.matcher(line);
        if (!m.matches() || !m.group(1).matches(".*(-[a-zA-Z]*[rR]|--recursive).*")) {
            return Optional.empty();
        }
        return ShellWords.split(m.group(2)).filter(paths -> !paths.isEmpty()).map(paths -> new OsAction.Wipe(paths));
    }

    private static Optional<OsAction> sed(String line) {
        Matcher m = SED.matcher(line);
        if (!m.matches() || !isConfiguration(unquoted(m.group(3)))) {
            return Optional.empty();
        }
        boolean extended = m.group(1).contains("E") || m.group(1).contains("r");
        return SedSubstitution.parse(unquoted(m.group(2)), extended)
                .map(s -> new OsAction.Substitute(unquoted(m.group(3)), s));
    }

    private static Optional<OsAction> append(String line) {
        Matcher m = ECHO.matcher(line);
        return m.matches() && isConfiguration(unquoted(m.group(2)))
                ? Optional.of(new OsAction.AppendLine(unquoted(m.group(2)), meantLine(m.group(1))))
                : Optional.empty();
    }

    /**
     * The line that an echo was meant to write. Published transcripts have often lost a level of quoting: of the possible
     * readings, the first one that is a setting is used, else the shell's own.
     */
    private static String meantLine(String payload) {
        String unescaped = payload.replaceAll("\\\\([\"\\\\$`])", "$1");
        List<String> readings = Stream.of(
                        literal(unescaped),
                        literal(payload),
                        Optional.of(payload.replace("\\", "").replaceAll("'{2,}", "'")))
                .flatMap(Optional::stream)
                .toList();
        return readings.stream()
                .filter(reading -> SETTING.matcher(reading).matches())
                .findFirst()
                .orElseGet(() -> literal(payload).orElse(payload));
    }

    private static Optional<String> literal(String payload) {
        return ShellWords.split(payload).map(words -> String.join(" ", words));
    }

    private static Optional<OsAction> touch(String line) {
        return words(line, "touch").filter(w -> w.size() == 2).map(w -> new OsAction.Touch(w.get(1)));
    }

    private static Optional<OsAction> show(String line) {
        Optional<OsAction> cat =
                words(line, "cat").filter(w -> w.size() == 2).map(w -> new OsAction.ShowFile(w.get(1), -1, line));
        return cat.isPresent() ? cat : words(line, "tail").flatMap(w -> tail(w, line));
    }

    /** The last lines of a file; a number that is too large is left to the real program. */
    private static Optional<OsAction> tail(List<String> words, String line) {
        String joined = String.join(" ", words.subList(1, words.size()));
        Matcher m = Pattern.compile("(?:-n ?(\\d{1,9}) |-(\\d{1,9}) )?(\\S+)").matcher(joined);
        if (!m.matches() || m.group(3).startsWith("-")) {
            return Optional.empty();
        }
        String count = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : "10";
        return Optional.of(new OsAction.ShowFile(m.group(3), Integer.parseInt(count), line));
    }

    private static Optional<List<String>> words(String line, String command) {
        return ShellWords.split(line)
                .filter(w -> !w.isEmpty() && w.get(0).equals(command))
                .filter(w -> w.stream().noneMatch(word -> word.contains("*")));
    }

    private static boolean isConfiguration(String path) {
        return CONFIGURATION.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1
                && (word.charAt(0) == '\'' || word.charAt(0) == '"')
                && word.charAt(word.length() - 1) == word.charAt(0);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
