package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;

/** Makes the panes of a lab's nodes; implemented where the lab is known. */
public interface PaneSource {
    /**
     * The SQL pane of the session with this number, opened when it is not.
     *
     * @param number 1 for node A's, 2 for node B's
     * @throws dev.pgduo.report.LabException when its server cannot be reached
     */
    Pane session(int number);

    /**
     * Opens the session that a typed {@code psql} line leads to, and brings it to the front; an open one is kept, unless the words
     * ask for a new one.
     *
     * @param from the node where it was typed, and leads to when it says nothing else
     * @param words behind {@code psql}; the first may be a node
     */
    void open(NodeName from, List<String> words);

    /** The OS shell of a node. */
    Pane shell(String node);
}
