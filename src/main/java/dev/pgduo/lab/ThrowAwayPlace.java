package dev.pgduo.lab;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where labs live that are thrown away: TMPDIR when it is set, else in memory where there is room, else the temporary directory.
 *
 * <p>A lab makes and removes some thousands of small files, which takes most of its time on a disk; and one that goes at its end
 * need not outlive the machine. The servers' fsync and full_page_writes stay on all the same.
 *
 * @param directory where the labs' directories are made
 */
record ThrowAwayPlace(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayPlace.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 2L << 30;
    private static final String PREFIX = "pgduo-";
    private static final String MARK = "throw-away";

    static ThrowAwayPlace of(Map<String, String> environment) {
        String named = environment.getOrDefault("TMPDIR", "");
        if (!named.isEmpty()) {
            return new ThrowAwayPlace(Path.of(named));
        }
        return new ThrowAwayPlace(roomy(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /** A new directory, marked as one that may be removed when nobody holds its lab any more. */
    Path create(boolean keep) throws IOException {
        return keep
                ? Files.createTempDirectory(directory, PREFIX)
                : Files.createTempDirectory(directory, PREFIX + MARK + "-");
    }

    /** Removes what was left by a pgduo that was killed, servers included. */
    void sweep() {
        for (Path left : leftovers()) {
            try {
                Lab.open(left).destroy();
                LOG.info("removed {}, left by a pgduo that was killed", left);
            } catch (LabException e) {
                LOG.debug("left {} alone: {}", left, e.getMessage());
            }
        }
    }

    private List<Path> leftovers() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(e -> e.getFileName().toString().startsWith(PREFIX + MARK + "-"))
                    .filter(LabState::existsIn)
                    .filter(e -> !LabLock.heldHere(e))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean roomy(Path memory) {
        try {
            FileStore store = Files.getFileStore(memory);
            return store.type().equals("tmpfs") && Files.isWritable(memory) && store.getUsableSpace() >= ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
