package dev.pgduo.replay.compare;

import dev.pgduo.lab.os.GuardedRegex;
import java.util.function.Predicate;

/**
 * An expected line, prepared for comparison.
 *
 * @param text the text in the file
 * @param exact whether the line has to equal the text
 * @param repeats whether it matches any number of lines
 * @param test the condition for an actual line if it is a pattern
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

    /** A shell pattern in which square brackets may be a set or literal, so that {@code -[ RECORD * ]-} can be written. */
    static LinePattern glob(String pattern) {
        Glob sets = new Glob(pattern, true);
        Glob brackets = new Glob(pattern, false);
        return new LinePattern(pattern + GLOB, false, false, line -> brackets.matches(line) || sets.matches(line));
    }

    static LinePattern regex(String pattern) {
        return new LinePattern(pattern + REGEX, false, false, new GuardedRegex(pattern, 0)::matches);
    }

    /** The text with which an actual line is written into a lab file so that it is not taken for a pattern. */
    static String literal(String actual) {
        boolean mistakable = actual.stripTrailing().equals(ANY) || actual.endsWith(GLOB) || actual.endsWith(REGEX);
        return mistakable ? Glob.literal(actual) + GLOB : actual;
    }

    /** Parses the result of {@link #literal}. */
    static LinePattern written(String text) {
        return text.endsWith(GLOB) ? glob(text.substring(0, text.length() - GLOB.length())) : exact(text);
    }

    boolean blank() {
        return exact && text.isBlank();
    }

    /** The text for parsing tables; a placeholder for a pattern. */
    String readable() {
        return exact ? text : TableReader.UNKNOWN;
    }
}
