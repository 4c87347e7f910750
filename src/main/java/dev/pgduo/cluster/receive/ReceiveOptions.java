package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of a WAL receiver.
 *
 * @param directory the directory for the segments
 * @param slot the slot that keeps WAL on the server; empty for none
 * @param end the position at which to stop; empty for no end
 * @param status the interval of status messages to the server; zero for none
 * @param durability when received WAL is flushed to disk
 * @param compression the gzip level of finished segments, 1 to 9, or 0 for none
 */
public record ReceiveOptions(
        Path directory,
        Optional<String> slot,
        Optional<Lsn> end,
        Duration status,
        Durability durability,
        int compression) {
    /** When received WAL is flushed to disk. */
    public enum Durability {
        /** When the operating system flushes it. */
        NONE,
        /** When a segment is complete. */
        SEGMENT,
        /** At once, followed by a status message to the server. */
        SYNCHRONOUS
    }
}
