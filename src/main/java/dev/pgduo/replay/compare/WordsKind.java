package dev.pgduo.replay.compare;

import dev.pgduo.version.ChangedNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares lines outside of tables. Lines with the same numbers and at least half of the words in common are another wording,
 * to which further lines may belong; remarks may be added or missing; a line about something that newer majors rename or lack
 * is removed.
 */
final class WordsKind {
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+){0,99}(?!\\w)");
    private static final Pattern ERROR = Pattern.compile("(?:\\S+ )?(?:ERROR|FATAL|PANIC):.*");
    private static final Pattern COMPLAINT = Pattern.compile("[\\w/.-]+: .*|ERROR:.*|FATAL:.*|.* failed: .*");
    private static final Pattern REMARK =
            Pattern.compile("\\s*(?:NOTICE|WARNING|INFO|LOG|DEBUG|DETAIL|HINT|CONTEXT|STATEMENT|LINE \\d+):.*|\\s*\\^");

    private WordsKind() {}

    /** The kind of difference; each expected line is compared with the most similar actual one, others stand alone. */
    static Drift of(List<String> expected, List<String> actual) {
        List<String> more = new ArrayList<>(actual);
        List<String> missing = new ArrayList<>();
        Drift paired = Drift.COSMETIC;
        for (String line : expected) {
            Optional<String> like = more.stream().max(Comparator.comparingDouble(other -> likeness(line, other)));
            like.ifPresentOrElse(more::remove, () -> missing.add(line));
            paired = paired.and(like.map(other -> pair(line, other)).orElse(Drift.COSMETIC));
        }
        Drift rest = alone(missing).and(alone(more));
        boolean reworded = !expected.isEmpty()
                && missing.isEmpty()
                && paired != Drift.SEMANTIC
                && more.stream().noneMatch(WordsKind::error);
        return reworded ? paired : paired.and(rest);
    }

    /** The kind for lines that only one side has. */
    private static Drift alone(List<String> lines) {
        Drift worst = Drift.COSMETIC;
        for (String line : lines) {
            worst = worst.and(
                    REMARK.matcher(line).matches() ? Drift.COSMETIC : changed(line) ? Drift.REMOVED : Drift.SEMANTIC);
        }
        return worst;
    }

    private static boolean changed(String line) {
        return all(WORD, line).stream().anyMatch(ChangedNames.all()::knows);
    }

    /** Whether a line is an error message of a server or a program. */
    static boolean complaint(String line) {
        return COMPLAINT.matcher(line).matches();
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

    /** The share of common words, from 0 to 1. */
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
