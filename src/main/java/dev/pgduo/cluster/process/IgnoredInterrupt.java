package dev.pgduo.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Handles the case that this process ignores SIGINT because it was started so, as background programs of a shell without job
 * control are. Child processes inherit that, and a shell cannot undo it; env(1) can, in newer versions.
 */
final class IgnoredInterrupt {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final long SIGINT = 1L << 1;
    private static final List<String> UNDO = List.of("env", "--default-signal=INT");

    private IgnoredInterrupt() {}

    /** The words before a command that has to handle SIGINT; empty where SIGINT is not ignored, or nothing can be done. */
    static List<String> undo() {
        return ignored() && OsCommand.of("env", UNDO.get(1), "true").run().ok() ? UNDO : List.of();
    }

    private static boolean ignored() {
        try {
            return Files.isReadable(STATUS) && in(Files.readAllLines(STATUS, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether SIGINT is ignored according to the lines of a process's status file. */
    static boolean in(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(IGNORED))
                .map(line -> line.substring(IGNORED.length()).strip())
                .anyMatch(signals -> (Long.parseUnsignedLong(signals, 16) & SIGINT) != 0);
    }
}
