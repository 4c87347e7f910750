package dev.pgduo.cluster;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What pg_basebackup is told.
 *
 * @param slot the slot that the standby will use, and the backup's WAL stream too
 * @param checkpoint how the source makes its checkpoint
 * @param wal how the WAL that the backup needs is got
 * @param writesRecoveryConf whether the copy becomes a standby of the source ({@code -R})
 * @param sync whether every file is written through to the disk (else {@code --no-sync})
 * @param tablespaces where copies of tablespaces go, by their places on the source ({@code -T}); of others beside the data directory
 * @param progress told now and then, on a thread of the backup's
 */
public record BackupOptions(
        Optional<SlotName> slot,
        Checkpoint checkpoint,
        Wal wal,
        boolean writesRecoveryConf,
        boolean sync,
        Map<String, Path> tablespaces,
        Consumer<BackupProgress> progress) {
    public BackupOptions {
        tablespaces = Map.copyOf(tablespaces);
    }

    /** A fast checkpoint, streamed WAL, a standby as the result. */
    public static BackupOptions standby() {
        return new BackupOptions(Optional.empty(), Checkpoint.FAST, Wal.STREAM, true, true, Map.of(), progress -> {});
    }

    public BackupOptions with(SlotName name) {
        return new BackupOptions(Optional.of(name), checkpoint, wal, writesRecoveryConf, sync, tablespaces, progress);
    }

    public BackupOptions with(Checkpoint kind) {
        return new BackupOptions(slot, kind, wal, writesRecoveryConf, sync, tablespaces, progress);
    }

    public BackupOptions with(Wal method) {
        return new BackupOptions(slot, checkpoint, method, writesRecoveryConf, sync, tablespaces, progress);
    }

    public BackupOptions with(Consumer<BackupProgress> listener) {
        return new BackupOptions(slot, checkpoint, wal, writesRecoveryConf, sync, tablespaces, listener);
    }

    public BackupOptions withoutRecoveryConf() {
        return new BackupOptions(slot, checkpoint, wal, false, sync, tablespaces, progress);
    }

    public BackupOptions withoutSync() {
        return new BackupOptions(slot, checkpoint, wal, writesRecoveryConf, false, tablespaces, progress);
    }

    public BackupOptions withTablespaces(Map<String, Path> places) {
        return new BackupOptions(slot, checkpoint, wal, writesRecoveryConf, sync, places, progress);
    }

    /** {@code -c}; a spread checkpoint took 90 s on a small 15. */
    public enum Checkpoint {
        FAST,
        SPREAD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code -X}. */
    public enum Wal {
        STREAM,
        FETCH,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
