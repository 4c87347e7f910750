package dev.pgduo.replay.compare;

import dev.pgduo.cluster.version.ChangedNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares lines outside tables. The same numbers and at least half of the words in common is another wording; a line that is not
 * there is removed; a line that came in addition is a remark, unless it is an error.
 */
final class WordsKind {
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)*(?!\\w)");
    private static final Pattern ERROR = Pattern.compile("(?:\\S+ )?(?:ERROR|FATAL|PANIC):.*");

    private WordsKind() {}

    static Drift of(List<String> expected, List<String> actual) {
        int pairs = Math.min(expected.size(), actual.size());
        Drift worst = Drift.COSMETIC;
        for (int i = 0; i < pairs; i++) {
            worst = worst.and(pair(expected.get(i), actual.get(i)));
        }
        List<String> missing = expected.subList(pairs, expected.size());
        List<String> more = actual.subList(pairs, actual.size());
        if (missing.stream().anyMatch(WordsKind::error) || more.stream().anyMatch(WordsKind::error)) {
            return Drift.SEMANTIC;
        }
        return missing.isEmpty() ? worst : worst.and(Drift.REMOVED);
    }

    private static boolean error(String line) {
        return ERROR.matcher(line).matches();
    }

    private static Drift pair(String expected, String actual) {
        if (modern(expected).equals(modern(actual))) {
            return Drift.RENAMED;
        }
        boolean sameNumbers = all(NUMBER, expected).equals(all(NUMBER, actual));
        boolean alike = error(expected) == error(actual) && likeness(expected, actual) >= 0.5;
        return sameNumbers && alike ? Drift.COSMETIC : Drift.SEMANTIC;
    }

    private static String modern(String line) {
        return WORD.matcher(line).replaceAll(word -> ChangedNames.all().modern(word.group()));
    }

    /** The part of the words that both have: 0 to 1. */
    private static double likeness(String one, String other) {
        Set<String> common = words(one);
        Set<String> union = words(other);
        int larger = Math.max(common.size(), union.size());
        common.retainAll(union);
        return larger == 0 ? 0 : (double) common.size() / larger;
    }

    private static Set<String> words(String line) {
        return new HashSet<>(all(WORD, line.toLowerCase(Locale.ROOT)));
    }

    private static List<String> all(Pattern pattern, String line) {
        return new ArrayList<>(
                pattern.matcher(line).results().map(MatchResult::group).toList());
    }
}
