package dev.pgduo.lab.fault;

/** A fault of replication: it needs a streaming standby and is over when the pair is healthy. */
public interface PairFault extends Fault {
    @Override
    default boolean needsStream() {
        return true;
    }

    @Override
    default boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
