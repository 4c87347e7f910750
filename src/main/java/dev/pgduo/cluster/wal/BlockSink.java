package dev.pgduo.cluster.wal;

/** Takes the blocks that WAL records refer to, one after the other. */
@FunctionalInterface
public interface BlockSink {
    /**
     * Takes one reference.
     *
     * @param relation the relation that the block belongs to
     * @param fork 0 main, 1 fsm, 2 vm, 3 init
     * @param block the block's number within the fork
     */
    void block(RelFileNode relation, int fork, long block);
}
