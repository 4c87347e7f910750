package dev.pgduo.replay.compare;

import java.util.List;

/**
 * A line of an updated block.
 *
 * @param expected index of the expected line that is kept byte for byte, or -1 for a new line
 * @param text as it is to stand in the file, without the block's prefix
 * @param actual the line that came, before it was written as a pattern for itself where it needs to be
 */
public record UpdatedLine(int expected, String text, String actual) {

    static UpdatedLine kept(int index, List<LinePattern> old) {
        return new UpdatedLine(index, old.get(index).text(), "");
    }

    static UpdatedLine written(String actual) {
        return new UpdatedLine(-1, LinePattern.literal(actual), actual);
    }

    /** Whether an expected line is kept. */
    public boolean kept() {
        return expected >= 0;
    }

    LinePattern pattern(List<LinePattern> old) {
        return kept() ? old.get(expected) : LinePattern.written(text);
    }
}
