package dev.pgduo.cluster.wal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A block that a WAL record refers to, and usually changes.
 *
 * @param id the reference's number within the record
 * @param fork 0 main, 1 fsm, 2 vm, 3 init
 * @param relation the relation that the block belongs to
 * @param block the block's number within the fork
 * @param image the full-page image, when the record has one
 * @param data the record's data for this block; valid until the next record is read
 */
public record BlockReference(
        int id, int fork, RelFileNode relation, long block, Optional<Image> image, ByteBuffer data) {
    /** The names of the forks, by number. */
    public static final List<String> FORKS = List.of("main", "fsm", "vm", "init");

    /**
     * A full-page image, which leaves out the free space in the middle of the page.
     *
     * @param length its size in the record, in bytes
     * @param holeOffset where the free space begins
     * @param holeLength the size of the free space, in bytes
     * @param applied whether replay restores the page from it; otherwise it is there for consistency checks
     * @param compression {@code pglz}, {@code lz4} or {@code zstd}; empty when it is not compressed
     */
    public record Image(int length, int holeOffset, int holeLength, boolean applied, String compression) {}

    /** The fork's name. */
    public String forkName() {
        return fork < FORKS.size() ? FORKS.get(fork) : "fork" + fork;
    }
}
