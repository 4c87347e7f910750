package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The settings in which two nodes' files differ.
 *
 * @param changes one for each name that only one side sets or that they set differently, sorted by name
 */
public record ConfDiff(List<Change> changes) {
    public ConfDiff {
        changes = List.copyOf(changes);
    }

    /**
     * One setting that differs.
     *
     * @param name in lower case
     * @param left the line that is effective on the left; empty when no line sets it
     * @param right the same on the right
     */
    public record Change(String name, Optional<EffectiveConf.Entry> left, Optional<EffectiveConf.Entry> right) {}

    /** The differences; values are compared as text: 1GB and 1024MB differ. */
    public static ConfDiff between(EffectiveConf left, EffectiveConf right) {
        Map<String, EffectiveConf.Entry> a = left.winners();
        Map<String, EffectiveConf.Entry> b = right.winners();
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return new ConfDiff(names.stream()
                .map(name -> new Change(name, Optional.ofNullable(a.get(name)), Optional.ofNullable(b.get(name))))
                .filter(change -> !value(change.left()).equals(value(change.right())))
                .toList());
    }

    private static Optional<String> value(Optional<EffectiveConf.Entry> entry) {
        return entry.map(EffectiveConf.Entry::value);
    }
}
