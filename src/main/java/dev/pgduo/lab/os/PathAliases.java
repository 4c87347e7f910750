package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.OsCommand;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths that a lab file shows and the lab's real ones, mapped in both directions, whole path components only.
 *
 * @param realByShown lab file's path → real path, both absolute and without a final slash; of several for one real path the
 * first is shown
 * @param shownToo real path → lab file's path, for real paths whose shown name stands for another path as well
 */
public record PathAliases(Map<String, String> realByShown, Map<String, String> shownToo) {
    public PathAliases {
        realByShown = Collections.unmodifiableMap(new LinkedHashMap<>(realByShown));
        shownToo = Map.copyOf(shownToo);
    }

    /** Aliases in which each path has a name of its own. */
    public PathAliases(Map<String, String> realByShown) {
        this(realByShown, Map.of());
    }

    /** The text with every path of the lab file replaced by the real one. */
    public String toReal(String text) {
        return replace(text, realByShown, (at, path) -> path);
    }

    /** The same for a line of a POSIX shell; a path is quoted where it needs quotes. */
    public String toRealInShell(String line) {
        return replace(line, realByShown, (at, path) -> ShellQuote.at(line, at).fit(path));
    }

    /** The text with every real path replaced by the lab file's. */
    public String toShown(String text) {
        return replace(text, shownByReal(), (at, path) -> path);
    }

    /** The same for a command line; quotes that only the real paths needed are removed. */
    public String toShownCommand(String line) {
        String shown = line;
        for (String real : shownByReal().keySet()) {
            if (OsCommand.quote(real).equals(real)) {
                continue;
            }
            Pattern word = Pattern.compile("'(" + Pattern.quote(real) + "(?:/[\\w@%+=:,./-]*)?)'");
            shown = word.matcher(shown).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
        }
        return toShown(shown);
    }

    private Map<String, String> shownByReal() {
        Map<String, String> shownByReal = new LinkedHashMap<>();
        realByShown.forEach((shown, real) -> shownByReal.putIfAbsent(real, shown));
        shownToo.forEach(shownByReal::putIfAbsent);
        return shownByReal;
    }

    private interface Fitting {
        String fit(int at, String path);
    }

    private static String replace(String text, Map<String, String> replacements, Fitting fitting) {
        if (replacements.keySet().stream().noneMatch(text::contains)) {
            return text;
        }
        List<String> longestFirst = replacements.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        Pattern paths = Pattern.compile("(?<![\\w.-])(" + String.join("|", longestFirst) + ")(?![\\w-]|\\.\\w)");
        return paths.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        fitting.fit(m.start(), replacements.getOrDefault(m.group(), m.group()))));
    }
}
