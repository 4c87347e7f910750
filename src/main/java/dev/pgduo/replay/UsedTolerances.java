package dev.pgduo.replay;

import dev.pgduo.replay.compare.VolatileClass;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** The tolerances of a lab that a play has really used. For one thread. */
public final class UsedTolerances {
    private final Set<VolatileClass> classes = EnumSet.noneOf(VolatileClass.class);
    private final Set<Integer> patterns = new TreeSet<>();
    private final Set<String> offered = new TreeSet<>();
    private final Set<String> granted = new TreeSet<>();

    /** The classes of volatile values that differed from the recorded ones. */
    public Set<VolatileClass> classes() {
        return Set.copyOf(classes);
    }

    /** The lines of the patterns that matched, from 1. */
    public Set<Integer> patterns() {
        return Set.copyOf(patterns);
    }

    /** The reasons of the known differences that could have been used. */
    public Set<String> offered() {
        return new TreeSet<>(offered);
    }

    /** The reasons of the known differences that were used. */
    public Set<String> granted() {
        return new TreeSet<>(granted);
    }

    void used(VolatileClass one) {
        classes.add(one);
    }

    void matched(Collection<Integer> lines) {
        patterns.addAll(lines);
    }

    void offered(String reason) {
        offered.add(reason);
    }

    void granted(Collection<String> reasons) {
        granted.addAll(reasons);
    }
}
