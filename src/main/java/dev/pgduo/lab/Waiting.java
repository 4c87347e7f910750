package dev.pgduo.lab;

/**
 * What a running statement is waiting for, as the server tells it.
 *
 * @param event the wait event with its type, as {@code Lock/transactionid}
 * @param byOthers whether it waits for another session or node, and not for time or for its client
 * @param holders who holds it up, one a line; may be empty
 */
public record Waiting(String event, boolean byOthers, String holders) {
    /** Whole sentences for a DETAIL. */
    public String describe() {
        String what = "The server says that it waits for " + event + ".";
        return holders.isEmpty() ? what : what + "\nHeld up by " + holders;
    }
}
