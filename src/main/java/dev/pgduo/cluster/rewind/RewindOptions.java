package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.wal.MissingSegments;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The options of a rewind.
 *
 * @param dryRun whether nothing is changed, not even by the recovery of a crashed target
 * @param sync whether all changed files are flushed to disk
 * @param missing fetches WAL segments that the target does not have any more
 * @param recovery recovers a target that crashed; empty when the target has to be shut down cleanly
 * @param places where tablespaces and settings go
 */
public record RewindOptions(
        boolean dryRun, boolean sync, MissingSegments missing, Optional<CrashRecovery> recovery, Places places) {
    /**
     * Where tablespaces and settings go.
     *
     * @param tablespaces gives the directory of a tablespace in the target, from its OID and its directory in the source
     * @param settings writes the settings that the target needs as a standby
     */
    public record Places(BinaryOperator<String> tablespaces, Runnable settings) {
        /** Tablespaces have the same directories as in the source; no settings are written. */
        public static final Places SAME = new Places((oid, location) -> location, () -> {});
    }
}
