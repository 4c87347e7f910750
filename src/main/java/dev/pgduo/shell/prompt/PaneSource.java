package dev.pgduo.shell.prompt;

import java.util.Optional;

/** Makes the panes of a lab's nodes; implemented where the lab is known. */
public interface PaneSource {
    /**
     * The SQL pane of the session with this number, opened when it is not.
     *
     * @param number 1 for node A's, 2 for node B's
     * @throws dev.pgduo.report.LabException when its server cannot be reached
     */
    Pane session(int number);

    /** The OS shell of a node. */
    Pane shell(String node);

    /** The number of the session that listens on this port, if a node has it. */
    Optional<Integer> sessionAt(int port);

    /** The number of the session that belongs to a node. */
    int sessionOf(String node);
}
