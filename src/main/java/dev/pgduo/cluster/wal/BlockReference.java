package dev.pgduo.cluster.wal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A page that a record changes.
 *
 * @param id the reference's number within the record
 * @param fork 0 main, 1 fsm, 2 vm, 3 init
 * @param relation whose
 * @param block the page's number within the fork
 * @param image the page as it was, when the record brings it
 * @param data what the record says of this page; not to be kept
 */
public record BlockReference(
        int id, int fork, RelFileNode relation, long block, Optional<Image> image, ByteBuffer data) {
    /** The names of the forks, by number. */
    public static final List<String> FORKS = List.of("main", "fsm", "vm", "init");

    /**
     * A page without the free space in its middle.
     *
     * @param length bytes in the record
     * @param holeOffset where the free space begins
     * @param holeLength bytes of free space
     * @param applied whether replay puts it in place; otherwise it is there to be compared
     * @param compression pglz, lz4, zstd; empty when it is not compressed
     */
    public record Image(int length, int holeOffset, int holeLength, boolean applied, String compression) {}

    /** The fork's name. */
    public String forkName() {
        return fork < FORKS.size() ? FORKS.get(fork) : "fork" + fork;
    }
}
