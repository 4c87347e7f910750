package dev.pgduo.cluster.server;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that may run in a data directory, whoever has started it. Its files are not trusted: only processes with this
 * working directory get a signal.
 *
 * @param data the data directory
 */
public record ServerIn(Path data) {
    private static final String PID_FILE = "postmaster.pid";

    /** The servers of all data directories below this one in which a server was started and not stopped. */
    public static List<ServerIn> below(Path directory) throws IOException {
        List<ServerIn> found = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
                if (!Files.isRegularFile(entry.resolve("PG_VERSION"), LinkOption.NOFOLLOW_LINKS)) {
                    return FileVisitResult.CONTINUE;
                }
                if (Files.isRegularFile(entry.resolve(PID_FILE), LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new ServerIn(entry));
                }
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Ends the server at once, if it runs, and frees its shared memory. */
    public void end() {
        Path file = data.resolve(PID_FILE);
        Optional<PostmasterFile> running = PostmasterFile.read(file);
        if (running.isPresent() && worksHere(running.get().process())) {
            OsProcess postmaster = running.get().process();
            postmaster.signal(Signal.QUIT);
            new Wait("stop an abandoned server", Deadline.DEFAULT, () -> "process " + postmaster.pid())
                    .until(() -> !worksHere(postmaster));
            new Wait("stop an abandoned server", Deadline.DEFAULT, () -> "processes " + OsProcess.in(data))
                    .until(() -> OsProcess.in(data).isEmpty());
        }
        new SharedMemory(new RunAs.Direct()).release(file);
    }

    private boolean worksHere(OsProcess process) {
        Path real;
        try {
            real = data.toRealPath();
        } catch (IOException e) {
            return false;
        }
        return process.alive() && process.directory().filter(real::equals).isPresent();
    }
}
