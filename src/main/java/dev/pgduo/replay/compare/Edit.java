package dev.pgduo.replay.compare;

/**
 * One step from the expected lines to the actual ones.
 *
 * @param kind what became of the line
 * @param expected index of the expected line the step stands at
 * @param actual index of the actual line the step stands at
 * @param match how the lines agree, for those that do
 */
record Edit(Kind kind, int expected, int actual, LineMatch match) {

    /** What became of a line. */
    enum Kind {
        /** Both lines agree. */
        EQUAL(1, 1),
        /** The actual line is one that {@code ...} stands for. */
        SPANNED(0, 1),
        /** {@code ...} itself, after the lines it stands for. */
        CLOSED(1, 0),
        /** The expected line did not come, for a reason. */
        ABSENT(1, 0),
        /** The actual line came in addition, for a reason. */
        SURPLUS(0, 1),
        /** The expected line did not come. */
        REMOVED(1, 0),
        /** The actual line was not expected. */
        ADDED(0, 1);

        final int expectedLines;
        final int actualLines;

        Kind(int expectedLines, int actualLines) {
            this.expectedLines = expectedLines;
            this.actualLines = actualLines;
        }
    }

    /** Whether it is a difference nothing explains. */
    boolean differs() {
        return kind == Kind.REMOVED || kind == Kind.ADDED;
    }

    /** Differences weigh more than any number of adaptations. */
    long cost() {
        return differs() ? 1L << 32 : match.reasons().size();
    }
}
