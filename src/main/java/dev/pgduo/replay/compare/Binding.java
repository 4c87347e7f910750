package dev.pgduo.replay.compare;

import java.math.BigInteger;

/**
 * A volatile value that was accepted.
 *
 * @param kind its class
 * @param expected the recorded value
 * @param actual the actual value
 */
public record Binding(VolatileClass kind, String expected, String actual) {

    boolean agreesWith(Binding earlier) {
        return kind != earlier.kind || kind.relation().holds(earlier, this);
    }

    BigInteger expectedRank() {
        return kind.rank(expected);
    }

    BigInteger actualRank() {
        return kind.rank(actual);
    }

    /** {@code lsn 0/3000060 -> 0/4000060}. */
    @Override
    public String toString() {
        return kind.label() + " " + expected + " -> " + actual;
    }
}
