package dev.pgduo.lab.load;

/** What a {@code \\set} or {@code \\sleep} computes. Immutable. */
@FunctionalInterface
interface Formula {
    /** The value: a Long, or a Double. */
    Number of(Values values);

    /** A whole number. */
    static long whole(Number number) {
        if (number instanceof Long exact) {
            return exact;
        }
        return Math.round(number.doubleValue());
    }
}
