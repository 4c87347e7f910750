package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The operations of a lab that operating-system lines need. */
public interface OsLab {
    /** The lab's directory, absolute. */
    Path directory();

    /** A node, whether it is initialised or not. */
    Node node(NodeName name);

    /** A node, which is initialised if it never was. */
    Node initialised(NodeName name);

    /** Marks a node as used, because a command will fill or empty its data directory; pgduo does not initialise it then. */
    void taken(NodeName name);

    /** The running shell of a node's prompt. */
    OsShell shell(NodeName name);

    /** Removes what would keep the lab's servers from starting, because one is about to start. */
    void beforeStart();

    /** Both nodes, a first. */
    List<Node> nodes();

    /** The node that listens on this real port; empty when none does. */
    Optional<Node> nodeAtPort(int port);

    Naming naming();

    /**
     * The clients of the lab's servers that connected within this time and whose statements are blocked, each with its
     * blockers, as phrases.
     */
    List<String> heldUp(Duration newer);

    /** Takes a base backup of a server for a node, with a fast checkpoint. */
    PgCtlResult baseBackup(Endpoint source, Node target, BackupOptions options);

    /** Promotes a node whose trigger file is created; returns the mechanisms that were replaced. */
    Set<Translation> trigger(Node node, Path file, boolean serverKnowsIt);

    /** Replaces a file of a node by a new text, or leaves it as it is; the server's user owns the file. */
    void replace(Node node, Path file, String text);

    /**
     * Runs a line with a shell of its own in the node's environment; passes each line of output on as it is printed.
     *
     * @param input the standard input
     */
    Finished bash(Node node, String line, String input, Consumer<String> output);
}
