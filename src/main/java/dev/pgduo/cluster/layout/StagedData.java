package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A new data directory while it is being filled, beside the node's own. It gets its name when it is complete, so that a node is never half
 * made; what a pgduo left that was killed is swept by the next one, as nobody else works on the node.
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

    /** Removes what a pgduo left that was killed. */
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

    /** Makes it the node's data directory, which must be empty or not there. */
    public void publish() throws IOException {
        Files.deleteIfExists(target);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
