package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.SlotName;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a base backup, as pg_basebackup has them.
 *
 * @param slot the slot that the standby will use, and the backup's WAL stream too
 * @param checkpoint how the source makes its checkpoint
 * @param wal how the backup gets the WAL that it needs
 * @param flags the options without a value
 * @param label {@code -l}, which ends up in backup_label
 * @param tablespaces the directories for the copies of tablespaces, by their directories on the source ({@code -T}); other tablespaces go
 * beside the data directory
 * @param listener hears of the backup while it is taken
 */
public record BackupOptions(
        Optional<SlotName> slot,
        Checkpoint checkpoint,
        Wal wal,
        Set<Flag> flags,
        String label,
        Map<String, Path> tablespaces,
        BackupListener listener) {
    private static final String LABEL = "pg_basebackup base backup";

    public BackupOptions {
        flags = Set.copyOf(flags);
        tablespaces = Map.copyOf(tablespaces);
    }

    /** pg_basebackup's defaults, but with a fast checkpoint. */
    public static BackupOptions plain() {
        return new BackupOptions(
                Optional.empty(), Checkpoint.FAST, Wal.STREAM, Set.of(), LABEL, Map.of(), BackupListener.NONE);
    }

    /** A fast checkpoint, streamed WAL, a standby as the result. */
    public static BackupOptions standby() {
        return plain().with(Flag.WRITE_RECOVERY_CONF);
    }

    public BackupOptions with(SlotName name) {
        return new BackupOptions(Optional.of(name), checkpoint, wal, flags, label, tablespaces, listener);
    }

    public BackupOptions with(Checkpoint kind) {
        return new BackupOptions(slot, kind, wal, flags, label, tablespaces, listener);
    }

    public BackupOptions with(Wal method) {
        return new BackupOptions(slot, checkpoint, method, flags, label, tablespaces, listener);
    }

    public BackupOptions with(Flag flag) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new BackupOptions(slot, checkpoint, wal, more, label, tablespaces, listener);
    }

    public BackupOptions with(BackupListener told) {
        return new BackupOptions(slot, checkpoint, wal, flags, label, tablespaces, told);
    }

    public BackupOptions withLabel(String text) {
        return new BackupOptions(slot, checkpoint, wal, flags, text, tablespaces, listener);
    }

    public BackupOptions withTablespaces(Map<String, Path> places) {
        return new BackupOptions(slot, checkpoint, wal, flags, label, places, listener);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** An option without a value. */
    public enum Flag {
        /** {@code -R}: the copy becomes a standby of the source. */
        WRITE_RECOVERY_CONF,
        /** {@code -N}: files are not written through to the disk. */
        NO_SYNC,
        /** {@code -C}: the slot is created. */
        CREATE_SLOT,
        /** {@code -v}: messages about each step. */
        VERBOSE,
        /** {@code -P}: the listener gets the last line of the progress report. */
        PROGRESS
    }

    /** {@code -c}: how fast the source makes its checkpoint; a spread one took 90 s on a small cluster of 15. */
    public enum Checkpoint {
        FAST,
        SPREAD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code -X}: how the WAL of the time of the backup is received. */
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
