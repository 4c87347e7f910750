package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.wal.MissingSegments;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * How to rewind.
 *
 * @param dryRun nothing is changed, but for the recovery of a target that crashed
 * @param sync whether to wait until all is on the disk
 * @param missing where the target's log comes from that is not there any more
 * @param recovery how a target that crashed recovers first; empty when it has to be shut down cleanly
 * @param places where things go
 */
public record RewindOptions(
        boolean dryRun, boolean sync, MissingSegments missing, Optional<CrashRecovery> recovery, Places places) {
    /**
     * Where things go.
     *
     * @param tablespaces the target's copy of a tablespace, by its OID and its place on the source
     * @param settings writes what the target needs as a standby
     */
    public record Places(BinaryOperator<String> tablespaces, Runnable settings) {
        /** Where the source has them. */
        public static final Places SAME = new Places((oid, location) -> location, () -> {});
    }
}
