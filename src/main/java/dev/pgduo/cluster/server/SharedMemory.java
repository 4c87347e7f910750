package dev.pgduo.cluster.server;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The System V shared memory segment of a crashed server. The server reuses it at its next start in the same data directory;
 * when that directory is removed, the segment has to be removed as well.
 *
 * @param runAs the server's rights
 */
public record SharedMemory(RunAs runAs) {
    private static final Path SEGMENTS = Path.of("/proc/sysvipc/shm");
    private static final int KEY = 0;
    private static final int ID = 1;
    private static final int CREATOR = 4;
    private static final int ATTACHED = 6;

    /** Removes the segment that this postmaster.pid names, if it belongs to that postmaster and no process uses it. */
    public void release(Path postmasterFile) {
        try {
            List<String> lines = Files.exists(postmasterFile) ? Files.readAllLines(postmasterFile) : List.of();
            if (lines.size() > 6 && Files.exists(SEGMENTS)) {
                List<String> segment = words(lines.get(6));
                if (segment.size() == 2
                        && unused(segment.get(0), segment.get(1), lines.get(0).strip())) {
                    OsCommand.of("ipcrm", "-m", segment.get(1)).as(runAs).run();
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(SharedMemory.class).warn("could not look for shared memory", e);
        }
    }

    /** Whether the segment was made by that postmaster and is not attached to any process. */
    private static boolean unused(String key, String id, String postmaster) throws IOException {
        return Files.readAllLines(SEGMENTS).stream()
                .map(SharedMemory::words)
                .anyMatch(row -> row.size() > ATTACHED
                        && row.get(ID).equals(id)
                        && row.get(CREATOR).equals(postmaster)
                        && row.get(ATTACHED).equals("0")
                        && sameKey(row.get(KEY), key));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+", -1));
    }

    /** Whether two keys are equal: the kernel prints signed numbers, the server unsigned ones. */
    private static boolean sameKey(String signed, String unsigned) {
        return unsigned.matches("\\d{1,18}") && (int) Long.parseLong(unsigned) == (int) Long.parseLong(signed);
    }
}
