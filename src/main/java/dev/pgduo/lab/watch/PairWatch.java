package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.ReplicationState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Watches both nodes, each on a daemon thread of its own, so that one that does not answer does not block the other. Thread-safe.
 */
public final class PairWatch implements AutoCloseable {
    private final Lab lab;
    private final Duration pace;
    private final Consumer<PairFacts> listener;
    private final LagHistory history = new LagHistory();
    private PairFacts facts;
    private final Set<NodeName> seen = EnumSet.noneOf(NodeName.class);
    private long pokes;
    private boolean closed;

    /**
     * Starts a watch.
     *
     * @param pace the pause between two inspections of a node
     * @param listener hears of each inspection, on two threads
     */
    public PairWatch(Lab lab, Duration pace, Consumer<PairFacts> listener) {
        this.lab = lab;
        this.pace = pace;
        this.listener = listener;
        this.facts = new PairFacts(unknown(NodeName.A), unknown(NodeName.B));
        Stream.of(NodeName.values()).map(this::thread).forEach(Thread::start);
    }

    /** The lab that is watched. */
    public Lab lab() {
        return lab;
    }

    /** The last known state of both nodes; empty until each was inspected once. */
    public synchronized Optional<PairFacts> facts() {
        return seen.size() == NodeName.values().length ? Optional.of(facts) : Optional.empty();
    }

    /** The lag over the last minutes. */
    public LagHistory history() {
        return history;
    }

    /** Inspects both nodes at once, because something has changed. */
    public synchronized void poke() {
        pokes++;
        notifyAll();
    }

    /** Ends the watch without waiting for a running inspection. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private NodeFacts unknown(NodeName name) {
        return new NodeFacts(name, NodeStatus.EMPTY, lab.state().port(name).number(), Optional.empty());
    }

    private Thread thread(NodeName name) {
        Thread thread = new Thread(() -> watch(new NodeWatch(lab, name)), "watch-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private void watch(NodeWatch node) {
        try {
            boolean goOn = true;
            while (goOn) {
                long asked = pokes();
                publish(node.look());
                goOn = pause(asked);
            }
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LoggerFactory.getLogger(PairWatch.class).warn("a watch has ended", e);
            }
        } finally {
            node.close();
        }
    }

    private synchronized long pokes() {
        return pokes;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void publish(NodeFacts node) {
        node.answer().flatMap(ReplicationState::sender).ifPresent(history::add);
        Optional<PairFacts> now = joined(node);
        now.ifPresent(listener);
    }

    private synchronized Optional<PairFacts> joined(NodeFacts node) {
        facts = facts.with(node);
        seen.add(node.name());
        return closed ? Optional.empty() : facts();
    }

    /** Waits for the next inspection; returns false when the watch has ended. */
    private synchronized boolean pause(long asked) {
        long until = System.nanoTime() + pace.toNanos();
        try {
            for (long left = pace.toMillis(); left > 0 && pokes == asked && !closed; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return !closed;
    }
}
