package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.Set;

/**
 * One WAL record's header, and where the record is.
 *
 * @param start its first byte
 * @param end behind its last byte, rounded up to 8 bytes, or to the segment's end after a switch of segments; unlike a start it may
 *     be a page's first byte
 * @param previous the start of the record before it
 * @param transaction who wrote it; 0 for no transaction
 * @param resourceManager the number of the part of the server that knows how to replay it
 * @param info what it does; the high four bits are the resource manager's
 * @param checksum CRC-32C of the rest of the record
 * @param length bytes, without the headers of the pages that it crosses
 */
public record WalRecord(
        Lsn start, Lsn end, Lsn previous, long transaction, int resourceManager, int info, int checksum, int length) {
    private static final int XLOG = 0;
    private static final int XLOG_OPERATION = 0xF0;
    private static final int CHECKPOINT_SHUTDOWN = 0x00;
    private static final int CHECKPOINT_ONLINE = 0x10;
    private static final int SWITCH = 0x40;

    private static final int SPECIAL_FILE_CHANGE = 1;
    private static final int STORAGE = 2;
    private static final int DATABASE = 4;

    private static final int TRANSACTION = 1;
    /** Commit and abort, also of a prepared transaction. */
    private static final Set<Integer> ENDS = Set.of(0x00, 0x20, 0x30, 0x40);

    private static final int TRANSACTION_OPERATION = 0x70;
    private static final int COMMIT = 0x00;
    private static final int COMMIT_PREPARED = 0x30;

    /** Whether a transaction that wrote something ends here successfully; a prepared one may be committed by anybody. */
    public boolean isCommit() {
        int operation = info & TRANSACTION_OPERATION;
        return resourceManager == TRANSACTION
                && ((operation == COMMIT && transaction != 0) || operation == COMMIT_PREPARED);
    }

    /** Whether recovery can start from here: the end of a checkpoint. */
    public boolean isCheckpoint() {
        return isXlog(CHECKPOINT_SHUTDOWN) || isXlog(CHECKPOINT_ONLINE);
    }

    /** Whether the rest of its segment is unused. */
    public boolean isSwitch() {
        return isXlog(SWITCH);
    }

    /** Whether files come, go or get shorter with it, as the blocks that it names do not tell. */
    public boolean changesFiles() {
        return (info & SPECIAL_FILE_CHANGE) != 0;
    }

    /** Whether all such changes show in the files themselves, on every major: databases, storage, ends of transactions. */
    public boolean changesFilesInKnownWay() {
        int operation = info & TRANSACTION_OPERATION;
        return resourceManager == DATABASE
                || resourceManager == STORAGE
                || (resourceManager == TRANSACTION && ENDS.contains(operation));
    }

    /** The same record with another end. */
    WalRecord endingAt(Lsn place) {
        return new WalRecord(start, place, previous, transaction, resourceManager, info, checksum, length);
    }

    private boolean isXlog(int operation) {
        return resourceManager == XLOG && (info & XLOG_OPERATION) == operation;
    }
}
