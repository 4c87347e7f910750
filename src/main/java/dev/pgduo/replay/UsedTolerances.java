package dev.pgduo.replay;

import dev.pgduo.replay.compare.VolatileClass;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What of all that a lab may overlook a play really used. Gathered by one thread. */
public final class UsedTolerances {
    private final Set<VolatileClass> classes = EnumSet.noneOf(VolatileClass.class);
    private final Set<Integer> patterns = new TreeSet<>();
    private final Set<String> offered = new TreeSet<>();
    private final Set<String> granted = new TreeSet<>();

    /** The classes of values that came otherwise than recorded. */
    public Set<VolatileClass> classes() {
        return Set.copyOf(classes);
    }

    /** The 1-based lines of the patterns that stood for something. */
    public Set<Integer> patterns() {
        return Set.copyOf(patterns);
    }

    /** The reasons of the known differences that could have been granted. */
    public Set<String> offered() {
        return new TreeSet<>(offered);
    }

    /** The reasons that were granted. */
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
