package dev.pgduo.lab.session;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a running statement is waiting for, as the server reports it.
 *
 * @param type the wait event's type, such as {@code Lock}
 * @param name the wait event, such as {@code transactionid}; empty when it is not known
 * @param holders the blocking processes, one a line; may be empty
 */
public record Waiting(String type, String name, String holders) {
    /** Lock types that are held only for a short action inside the server. */
    private static final Set<String> MOMENTARY = Set.of("extend", "page");

    private static final Set<String> LASTING = Set.of("Client", "Timeout");

    private static final String SYNC_REP = "SyncRep";
    private static final Pattern SYNC_REP_TITLE = Pattern.compile(" waiting for [0-9A-F]+/[0-9A-F]+$");

    /** The wait for a synchronous standby, from the process title: 9.6 has no wait event for it. */
    static Optional<Waiting> titled(String title) {
        return SYNC_REP_TITLE.matcher(title).find()
                ? Optional.of(new Waiting("IPC", SYNC_REP, WaitingQuestion.STANDBY))
                : Optional.empty();
    }

    /** The wait event with its type, as {@code Lock/transactionid}. */
    public String event() {
        return name.isEmpty() ? type : type + "/" + name;
    }

    /** Whether it waits for another session or node, not for time or its client. */
    public boolean byOthers() {
        return name.equals(SYNC_REP)
                || type.equals("BufferPin")
                || (type.equals("Lock") && !MOMENTARY.contains(name))
                || type.equals(WaitingQuestion.SILENT);
    }

    /**
     * Whether the wait lasts until somebody acts, or time passes. Waits within the server's work, such as for a read from disk
     * or a buffer lock, end soon by themselves.
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
