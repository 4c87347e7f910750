package dev.pgduo.lab.session;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Symbolic links in the nodes' private socket directories, so that each directory has the sockets of both nodes, with the shown
 * ports and the real ones.
 *
 * @param nodes the nodes of the lab
 * @param ports the shown ports and the real ones
 */
record SocketLinks(List<Node> nodes, PortAliases ports) {
    private static final String SOCKET = ".s.PGSQL.";

    /** Makes missing links, and removes those without a target. */
    void make() {
        nodes.forEach(node -> make(node, wanted(node)));
    }

    private Map<Path, Path> wanted(Node node) {
        Map<Path, Path> links = new HashMap<>();
        Path directory = node.layout().socketDirectory();
        for (Node other : nodes) {
            int port = other.endpoint().port();
            Path socket = other.layout().socketDirectory().resolve(SOCKET + port);
            links.put(directory.resolve(SOCKET + port), socket);
            links.put(directory.resolve(SOCKET + ports.shown(port)), socket);
        }
        links.remove(directory.resolve(SOCKET + node.endpoint().port()));
        return links;
    }

    private static void make(Node node, Map<Path, Path> links) {
        try {
            for (Path entry : FileTree.entries(node.layout().socketDirectory())) {
                if (Files.isSymbolicLink(entry)
                        && !Files.readSymbolicLink(entry).equals(links.get(entry))) {
                    Files.delete(entry);
                }
            }
            for (Map.Entry<Path, Path> link : links.entrySet()) {
                if (!Files.isSymbolicLink(link.getKey()) && !Files.exists(link.getKey())) {
                    Files.createSymbolicLink(link.getKey(), link.getValue());
                }
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not link the sockets of node " + node.name() + ": " + FailureReason.of(e)),
                    e);
        }
    }
}
