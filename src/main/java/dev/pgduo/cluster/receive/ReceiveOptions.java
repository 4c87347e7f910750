package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the log is received.
 *
 * @param directory where the segments go
 * @param slot that keeps the log on the server; empty for none
 * @param end behind which nothing is needed; empty to go on for ever
 * @param status how often the server is told how far this is; zero for never
 * @param durability when what was received is on the disk
 * @param compression of finished segments: 1 to 9 for gzip, 0 for none
 */
public record ReceiveOptions(
        Path directory,
        Optional<String> slot,
        Optional<Lsn> end,
        Duration status,
        Durability durability,
        int compression) {
    /** When what was received is on the disk. */
    public enum Durability {
        /** As soon as the operating system likes. */
        NONE,
        /** When a segment is finished. */
        SEGMENT,
        /** At once, and the server is told. */
        SYNCHRONOUS
    }
}
