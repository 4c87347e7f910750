package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How WAL is received.
 *
 * @param directory where the segments go
 * @param slot that keeps the WAL on the server; empty for none
 * @param end the position at which to stop; empty to go on without end
 * @param status how often a status message is sent to the server; zero for never
 * @param durability when received WAL is flushed to disk
 * @param compression of finished segments: 1 to 9 for gzip, 0 for none
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
        /** When the operating system does it. */
        NONE,
        /** When a segment is complete. */
        SEGMENT,
        /** At once, followed by a status message to the server. */
        SYNCHRONOUS
    }
}
