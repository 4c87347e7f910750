package dev.pgduo.walk;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was committed where, and which rows each node is known to have. */
final class Ledger {
    private final Map<NodeName, Set<Integer>> known = new EnumMap<>(NodeName.class);
    private final Map<NodeName, Boolean> exact = new EnumMap<>(NodeName.class);
    private final Map<Integer, String> written = new HashMap<>();
    private int next = 1;

    Ledger() {
        for (NodeName name : NodeName.values()) {
            known(name, Set.of(), true);
        }
    }

    /** The id of the next row. */
    int take() {
        return next++;
    }

    /** A row was committed. */
    void committed(int id, NodeName node, String timeline) {
        written.put(id, "row " + id + " (written on " + node + ", timeline " + timeline + ")");
        Set<Integer> rows = new TreeSet<>(rows(node));
        rows.add(id);
        known(node, rows, true);
    }

    /**
     * A node has these rows.
     *
     * @param all whether it has no other ones
     */
    void known(NodeName node, Set<Integer> rows, boolean all) {
        known.put(node, Set.copyOf(rows));
        exact.put(node, all);
    }

    /** The rows that a node is known to have. */
    Set<Integer> rows(NodeName node) {
        return known.getOrDefault(node, Set.of());
    }

    /** Whether a node has no rows but the known ones. */
    boolean exact(NodeName node) {
        return exact.getOrDefault(node, false);
    }

    /** The rows that some node has. */
    Set<Integer> alive() {
        Set<Integer> all = new TreeSet<>(rows(NodeName.A));
        all.addAll(rows(NodeName.B));
        return all;
    }

    /** These rows, for a person. */
    String describe(Set<Integer> rows) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(rows)
                .forEach(id -> text.append(text.isEmpty() ? "" : ", ").append(written.getOrDefault(id, "row " + id)));
        return text.toString();
    }
}
