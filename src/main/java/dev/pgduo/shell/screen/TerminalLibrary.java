package dev.pgduo.shell.screen;

import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory in which JLine unpacks its native library: in this user's cache, not in the temporary directory, where it would
 * remain after a kill.
 */
public final class TerminalLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalLibrary.class);
    private static final String PLACE = "jline.tmpdir";

    /**
     * The age after which an unpacked file is removed: loading it takes less time, and a loaded library does not need its file.
     */
    private static final Duration UNLOADED = Duration.ofMinutes(1);

    private TerminalLibrary() {}

    /** Sets the directory, before JLine is first used; when the cache is not writable, JLine's default is used. */
    public static void place() {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        try {
            Path directory = CacheDirectory.open(CacheDirectory.own(System.getenv()), "jline", new RunAs.Direct());
            if (Files.isWritable(directory)) {
                sweep(directory);
                System.setProperty(PLACE, directory.toString());
            }
        } catch (IOException | LabException e) {
            LOG.debug("JLine's library goes into the temporary directory", e);
        }
    }

    /** Removes files of a pgduo that was killed. */
    private static void sweep(Path directory) throws IOException {
        Instant old = Instant.now().minus(UNLOADED);
        for (Path file : FileTree.entries(directory)) {
            if (Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
