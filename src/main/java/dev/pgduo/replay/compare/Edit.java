package dev.pgduo.replay.compare;

/**
 * One step of an alignment of expected and actual lines.
 *
 * @param kind the kind of step
 * @param expected the index of the step's expected line
 * @param actual the index of the step's actual line
 * @param match how the lines match, if they do
 */
record Edit(Kind kind, int expected, int actual, LineMatch match) {

    /** The kinds of steps. */
    enum Kind {
        /** Both lines match. */
        EQUAL(1, 1),
        /** The actual line is covered by {@code ...}. */
        SPANNED(0, 1),
        /** The line {@code ...} itself, after the lines that it covers. */
        CLOSED(1, 0),
        /** The expected line is missing for a known reason. */
        ABSENT(1, 0),
        /** The actual line is additional for a known reason. */
        SURPLUS(0, 1),
        /** The expected line is missing. */
        REMOVED(1, 0),
        /** The actual line is unexpected. */
        ADDED(0, 1);

        final int expectedLines;
        final int actualLines;

        Kind(int expectedLines, int actualLines) {
            this.expectedLines = expectedLines;
            this.actualLines = actualLines;
        }
    }

    /** Whether the step is a difference without a known reason. */
    boolean differs() {
        return kind == Kind.REMOVED || kind == Kind.ADDED;
    }

    /** The cost; a difference costs more than any number of adaptations. */
    long cost() {
        return differs() ? 1L << 32 : match.reasons().size();
    }
}
