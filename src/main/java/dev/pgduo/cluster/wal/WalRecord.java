package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.Set;

/**
 * The header of a WAL record, and the record's position.
 *
 * @param start the position of its first byte
 * @param end the position after its last byte, rounded up to 8 bytes, or to the segment's end after a switch of segments; unlike a start it
 * may be a page's first byte
 * @param previous the start of the record before it
 * @param transaction the ID of the transaction that wrote it; 0 for none
 * @param resourceManager the ID of the resource manager, the part of the server that replays it
 * @param info the kind of record; the high four bits are defined by the resource manager
 * @param checksum CRC-32C of the rest of the record
 * @param length its size in bytes, without the headers of the pages that it crosses
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
    /** The operations commit and abort, also of a prepared transaction. */
    private static final Set<Integer> ENDS = Set.of(0x00, 0x20, 0x30, 0x40);

    private static final int TRANSACTION_OPERATION = 0x70;
    private static final int COMMIT = 0x00;
    private static final int COMMIT_PREPARED = 0x30;

    /** Whether it is the commit of a transaction that has an ID, or of a prepared transaction. */
    public boolean isCommit() {
        int operation = info & TRANSACTION_OPERATION;
        return resourceManager == TRANSACTION
                && ((operation == COMMIT && transaction != 0) || operation == COMMIT_PREPARED);
    }

    /** Whether it is a checkpoint's record, from which recovery can start. */
    public boolean isCheckpoint() {
        return isXlog(CHECKPOINT_SHUTDOWN) || isXlog(CHECKPOINT_ONLINE);
    }

    /** Whether it is a switch of segments, after which the rest of the segment is unused. */
    public boolean isSwitch() {
        return isSwitch(resourceManager, info);
    }

    static boolean isSwitch(int resourceManager, int info) {
        return resourceManager == XLOG && (info & XLOG_OPERATION) == SWITCH;
    }

    /** Whether it creates, removes or truncates files, beside changing the blocks that it refers to (XLR_SPECIAL_REL_UPDATE). */
    public boolean changesFiles() {
        return changesFiles(info);
    }

    static boolean changesFiles(int info) {
        return (info & SPECIAL_FILE_CHANGE) != 0;
    }

    /** Whether such a change is of a kind that pg_rewind finds by comparing files: databases, storage, ends of transactions. */
    public boolean changesFilesInKnownWay() {
        int operation = info & TRANSACTION_OPERATION;
        return resourceManager == DATABASE
                || resourceManager == STORAGE
                || (resourceManager == TRANSACTION && ENDS.contains(operation));
    }

    private boolean isXlog(int operation) {
        return resourceManager == XLOG && (info & XLOG_OPERATION) == operation;
    }
}
