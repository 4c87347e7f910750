package dev.pgduo.lab.session;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a running statement is waiting for, as the server tells it.
 *
 * @param type the wait event's type, such as {@code Lock}
 * @param name the wait event, such as {@code transactionid}; empty when nothing more is known
 * @param holders who holds it up, one a line; may be empty
 */
public record Waiting(String type, String name, String holders) {
    /** Locks of one short action inside the server. */
    private static final Set<String> MOMENTARY = Set.of("extend", "page");

    private static final Set<String> LASTING = Set.of("Client", "Timeout");

    private static final String SYNC_REP = "SyncRep";
    private static final Pattern SYNC_REP_TITLE = Pattern.compile(" waiting for [0-9A-F]+/[0-9A-F]+$");

    /** The wait for a synchronous standby, which only the title of the process tells before there were events for it (9.6). */
    static Optional<Waiting> titled(String title) {
        return SYNC_REP_TITLE.matcher(title).find()
                ? Optional.of(new Waiting("IPC", SYNC_REP, WaitingQuestion.STANDBY))
                : Optional.empty();
    }

    /** The wait event with its type, as {@code Lock/transactionid}. */
    public String event() {
        return name.isEmpty() ? type : type + "/" + name;
    }

    /** Whether it waits for another session or node, and not for time or for its client. */
    public boolean byOthers() {
        return name.equals(SYNC_REP)
                || type.equals("BufferPin")
                || (type.equals("Lock") && !MOMENTARY.contains(name))
                || type.equals(WaitingQuestion.SILENT);
    }

    /**
     * Whether it goes on until somebody does something, or time passes. What a server waits for in the middle of its work, such as
     * a read of the disk or the lock of a buffer, comes by itself and at once.
     */
    public boolean lasting() {
        return byOthers() || LASTING.contains(type);
    }

    /** Whole sentences for a DETAIL. */
    public String describe() {
        String what = "The server says that it waits for " + event() + ".";
        return holders.isEmpty() ? what : what + "\nHeld up by " + holders;
    }
}
