package dev.pgduo.cluster.server;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.SocketDirectory;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What may still run in a node whose lab was left by a pgduo that was killed. It is ended without believing its files: only a
 * process that works in this data directory gets a signal, and nothing that the files name is run.
 *
 * @param layout the node's directories
 */
public record AbandonedServer(NodeLayout layout) {
    /** Ends the server at once, if it runs, and gives back what it holds outside the node's directory. */
    public void end() throws IOException {
        Path data = layout.data();
        boolean own = Files.isDirectory(layout.root(), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(layout.postmasterFile(), LinkOption.NOFOLLOW_LINKS);
        if (own) {
            endServer(data);
            new SharedMemory(new RunAs.Direct()).release(layout.postmasterFile());
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

    private void endServer(Path data) {
        Optional<PostmasterFile> file = PostmasterFile.read(layout.postmasterFile());
        if (file.isPresent() && worksHere(file.get().process())) {
            OsProcess postmaster = file.get().process();
            postmaster.signal(Signal.QUIT);
            new Wait("stop an abandoned server", Deadline.DEFAULT, () -> "process " + postmaster.pid())
                    .until(() -> !worksHere(postmaster));
            new Wait("stop an abandoned server", Deadline.DEFAULT, () -> "processes " + OsProcess.in(data))
                    .until(() -> OsProcess.in(data).isEmpty());
        }
    }

    private boolean worksHere(OsProcess process) {
        Path real;
        try {
            real = layout.data().toRealPath();
        } catch (IOException e) {
            return false;
        }
        return process.alive() && process.directory().filter(real::equals).isPresent();
    }
}
