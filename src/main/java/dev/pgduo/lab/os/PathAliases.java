package dev.pgduo.lab.os;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths that a transcript shows and the lab's real ones, mapped both ways at path boundaries only.
 *
 * @param realByShown transcript's path → real path, both absolute and without a final slash; of several for one place the first
 *     is shown
 */
public record PathAliases(Map<String, String> realByShown) {
    public PathAliases {
        realByShown = Collections.unmodifiableMap(new LinkedHashMap<>(realByShown));
    }

    /** The text with every transcript path replaced by the real one. */
    public String toReal(String text) {
        return replace(text, realByShown);
    }

    /** The text with every real path replaced by the transcript's. */
    public String toShown(String text) {
        Map<String, String> shownByReal = new LinkedHashMap<>();
        realByShown.forEach((shown, real) -> shownByReal.putIfAbsent(real, shown));
        return replace(text, shownByReal);
    }

    private static String replace(String text, Map<String, String> replacements) {
        if (replacements.isEmpty()) {
            return text;
        }
        List<String> longestFirst = replacements.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        Pattern paths = Pattern.compile("(?<![\\w.-])(" + String.join("|", longestFirst) + ")(?![\\w-]|\\.\\w)");
        return paths.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(replacements.getOrDefault(m.group(), m.group())));
    }
}
