package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A new data directory while it is being filled, beside the node's own. It is renamed when it is complete, so that a node is
 * never incomplete; one that was left by a killed pgduo is removed by the next one.
 */
public final class StagedData implements AutoCloseable {
    private static final String PREFIX = ".making-";

    private final Path path;
    private final Path target;

    private StagedData(Path path, Path target) {
        this.path = path;
        this.target = target;
    }

    /** An empty directory (0700) that belongs to the server's user. */
    public static StagedData make(NodeSettings node) throws IOException {
        Path root = node.layout().root();
        Files.createDirectories(root);
        sweep(node);
        Path path = Files.createTempDirectory(root, PREFIX);
        node.runAs().own(path);
        return new StagedData(path, node.layout().data());
    }

    /** Removes directories that a killed pgduo has left. */
    public static void sweep(NodeSettings node) throws IOException {
        for (Path entry : FileTree.entries(node.layout().root())) {
            if (entry.getFileName().toString().startsWith(PREFIX)) {
                FileTree.deleteAbandoned(entry);
            }
        }
    }

    public Path path() {
        return path;
    }

    /** Makes it the node's data directory, which must be empty or missing. */
    public void publish() throws IOException {
        Files.deleteIfExists(target);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it unless it was published. */
    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
