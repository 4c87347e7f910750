package dev.pgduo.replay.drift;

import java.util.List;

/**
 * A branch that is to be written.
 *
 * @param condition after {@code %if} or {@code %elif}; empty for {@code %else}
 * @param variant index of the variant that its lines are of
 */
record Branch(String condition, int variant) {

    /** The directive line for the branch at this place among all. */
    String head(List<Branch> all) {
        if (condition.isEmpty()) {
            return "%else";
        }
        return (all.get(0).equals(this) ? "%if " : "%elif ") + condition;
    }
}
