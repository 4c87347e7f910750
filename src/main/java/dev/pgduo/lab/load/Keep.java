package dev.pgduo.lab.load;

/**
 * How a statement's rows are used.
 *
 * @param which the results whose rows become variables
 * @param prefix the prefix of the variables' names
 */
record Keep(Which which, String prefix) {
    /** Which results of one message become variables. */
    enum Which {
        NONE,
        /** {@code \\gset}: the last one, which must have one row. */
        LAST,
        /** {@code \\aset}: all, each by its last row. */
        ALL
    }

    static final Keep NOTHING = new Keep(Which.NONE, "");
}
