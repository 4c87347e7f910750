package dev.pgduo.replay.drift;

import java.util.List;

/**
 * A branch to be written.
 *
 * @param condition the condition of {@code %if} or {@code %elif}; empty for {@code %else}
 * @param variant the index of the variant with its lines
 */
record Branch(String condition, int variant) {

    /** The directive line for this branch among all branches. */
    String head(List<Branch> all) {
        if (condition.isEmpty()) {
            return "%else";
        }
        return (all.get(0).equals(this) ? "%if " : "%elif ") + condition;
    }
}
