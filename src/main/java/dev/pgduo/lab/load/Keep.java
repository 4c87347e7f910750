package dev.pgduo.lab.load;

/**
 * How a statement's rows are used.
 *
 * @param which of the results whose rows become variables
 * @param prefix of the variables' names
 */
record Keep(Which which, String prefix) {
    /** The results of one message to the server. */
    enum Which {
        NONE,
        /** {@code \\gset}: the last one, which must have one row. */
        LAST,
        /** {@code \\aset}: all, each with its last row. */
        ALL
    }

    static final Keep NOTHING = new Keep(Which.NONE, "");
}
