package dev.pgduo.replay.compare;

import dev.pgduo.lab.os.GuardedRegex;
import java.util.function.Predicate;

/**
 * An expected line, ready to be compared.
 *
 * @param text as it stands in the file
 * @param exact whether the text itself is expected
 * @param repeats whether it stands for any number of lines
 * @param test what an actual line must fulfil when it is a pattern
 */
record LinePattern(String text, boolean exact, boolean repeats, Predicate<String> test) {
    private static final String ANY = "...";
    private static final String GLOB = " (glob)";
    private static final String REGEX = " (re)";

    static LinePattern exact(String text) {
        return new LinePattern(text, true, false, text::equals);
    }

    static LinePattern anyLines() {
        return new LinePattern(ANY, false, true, line -> false);
    }

    /** Square brackets are a set or mean themselves, whichever matches: {@code -[ RECORD * ]-} is meant as it stands. */
    static LinePattern glob(String pattern) {
        Glob sets = new Glob(pattern, true);
        Glob brackets = new Glob(pattern, false);
        return new LinePattern(pattern + GLOB, false, false, line -> brackets.matches(line) || sets.matches(line));
    }

    static LinePattern regex(String pattern) {
        return new LinePattern(pattern + REGEX, false, false, new GuardedRegex(pattern, 0)::matches);
    }

    /** How an actual line is written into a lab file so that it is not taken for a pattern. */
    static String literal(String actual) {
        boolean mistakable = actual.stripTrailing().equals(ANY) || actual.endsWith(GLOB) || actual.endsWith(REGEX);
        return mistakable ? Glob.literal(actual) + GLOB : actual;
    }

    /** Reads back what {@link #literal} gave. */
    static LinePattern written(String text) {
        return text.endsWith(GLOB) ? glob(text.substring(0, text.length() - GLOB.length())) : exact(text);
    }

    boolean blank() {
        return exact && text.isBlank();
    }

    /** What a table reader may see of it. */
    String readable() {
        return exact ? text : TableReader.UNKNOWN;
    }
}
