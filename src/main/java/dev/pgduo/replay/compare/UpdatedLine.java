package dev.pgduo.replay.compare;

import java.util.List;

/**
 * A line of an updated block.
 *
 * @param expected the index of the expected line that is kept, or -1 for a new line
 * @param text the text for the file, without the block's prefix
 * @param actual the actual line, before it was escaped as a pattern where necessary
 */
public record UpdatedLine(int expected, String text, String actual) {

    static UpdatedLine kept(int index, List<LinePattern> old) {
        return new UpdatedLine(index, old.get(index).text(), "");
    }

    static UpdatedLine written(String actual) {
        return new UpdatedLine(-1, LinePattern.literal(actual), actual);
    }

    /** Whether it is an expected line that is kept. */
    public boolean kept() {
        return expected >= 0;
    }

    LinePattern pattern(List<LinePattern> old) {
        return kept() ? old.get(expected) : LinePattern.written(text);
    }
}
