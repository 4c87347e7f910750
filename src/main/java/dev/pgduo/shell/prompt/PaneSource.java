package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;

/** Makes the panes of a lab's nodes; implemented in a package that knows the lab. */
public interface PaneSource {
    /**
     * The SQL pane of the session with this number, which is opened if necessary.
     *
     * @param number 1 for node a, 2 for node b
     * @throws dev.pgduo.report.LabException when its server cannot be reached
     */
    Pane session(int number);

    /**
     * Opens the session for a typed {@code psql} line, and brings it to the front; a suitable one that is open is kept, unless
     * the words ask for a new one.
     *
     * @param from the node of the prompt, which is the default
     * @param words the words after {@code psql}; the first one may be a node
     */
    void open(NodeName from, List<String> words);

    /** The OS shell of a node. */
    Pane shell(String node);
}
