package dev.pgduo.cluster.server;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.SocketDirectory;
import dev.pgduo.cluster.layout.NodeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that may still run in a node whose lab was left by a pgduo that was killed. It is ended without trusting the node's
 * files: only processes whose working directory is the data directory get a signal, and no program that the files name is run.
 *
 * @param layout the node's directories
 */
public record AbandonedServer(NodeLayout layout) {
    /** Ends the server at once, if it runs, and frees its resources outside of the node's directory. */
    public void end() throws IOException {
        Path data = layout.data();
        boolean own = Files.isDirectory(layout.root(), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(layout.postmasterFile(), LinkOption.NOFOLLOW_LINKS);
        if (own) {
            new ServerIn(data).end();
        }
        if (Files.isDirectory(layout.root(), LinkOption.NOFOLLOW_LINKS)) {
            removeSockets();
        }
    }

    private void removeSockets() throws IOException {
        Optional<Path> elsewhere = new SocketDirectory(layout.root()).recorded();
        if (elsewhere.isPresent()) {
            FileTree.delete(elsewhere.get());
        }
    }
}
