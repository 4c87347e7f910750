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

/** What operating-system lines need of the lab that they are typed in. */
public interface OsLab {
    /** The lab's directory, absolute. */
    Path directory();

    /** A node as it is. */
    Node node(NodeName name);

    /** A node that has a database cluster; one is made for it when it has none. */
    Node initialised(NodeName name);

    /** A node is used for what fills or empties its data directory by itself: none is made for it any more. */
    void taken(NodeName name);

    /** The living shell behind a node's prompt. */
    OsShell shell(NodeName name);

    /** A server is about to start: what is in the way of all of the lab's servers is got out of it. */
    void beforeStart();

    /** Both nodes, a first. */
    List<Node> nodes();

    /** The node that listens on this real port; empty when none does. */
    Optional<Node> nodeAtPort(int port);

    Naming naming();

    /** Which clients of the lab's servers that came in this time are held up in a statement, and by whom; for a person. */
    List<String> heldUp(Duration newer);

    /** Takes a base backup of the node that is found there for another one, with a fast checkpoint. */
    PgCtlResult baseBackup(Endpoint source, Node target, BackupOptions options);

    /** Promotes a node whose trigger file is touched; says which mechanisms were replaced for that. */
    Set<Translation> trigger(Node node, Path file, boolean serverKnowsIt);

    /** Writes a file of a node at once or not at all, as the server's user. */
    void replace(Node node, Path file, String text);

    /**
     * Runs a line with a shell of its own in the node's environment; tells every line of its output as it comes.
     *
     * @param input what it reads from its standard input
     */
    Finished bash(Node node, String line, String input, Consumer<String> output);
}
