package dev.pgduo.lab.os;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.process.Finished;
import java.nio.file.Path;
import java.util.List;
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

    /** Both nodes, a first. */
    List<Node> nodes();

    /**
     * The node that listens on this real port.
     *
     * @throws dev.pgduo.report.LabException when none does
     */
    Node nodeAtPort(int port);

    Naming naming();

    /** Takes a base backup of one node for another, with a fast checkpoint. */
    Performed baseBackup(Node source, Node target, BackupOptions options);

    /** Promotes a node whose trigger file is touched; says which mechanisms were replaced for that. */
    Set<Translation> trigger(Node node, Path file, boolean serverKnowsIt);

    /** Writes a file of a node at once or not at all, as the server's user. */
    void replace(Node node, Path file, String text);

    /** Runs a line with a real shell in the node's environment; tells every line of its output as it comes. */
    Finished bash(Node node, String line, Consumer<String> output);
}
