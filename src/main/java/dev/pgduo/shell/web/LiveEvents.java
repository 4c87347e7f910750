package dev.pgduo.shell.web;

import dev.pgduo.export.StepText;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of a presentation, numbered from 1, as server-sent events. They are stored once, and each reader gets them at its
 * own speed. When they take too much memory, the oldest ones are removed. Thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>
 */
final class LiveEvents implements Consumer<Event> {
    private static final int MOST = 50_000;
    private static final int AT_ONCE = 64 * 1024;

    private final List<byte[]> kept = new ArrayList<>();
    private long gone;
    private boolean ended;

    /**
     * Consecutive events.
     *
     * @param bytes the data to send; empty when nothing has happened
     * @param last the number of the last event in it
     * @param end whether no further events will follow
     */
    @SuppressWarnings("ArrayRecordComponent") // Made once, sent once.
    record Batch(byte[] bytes, long last, boolean end) {}

    @Override
    public synchronized void accept(Event event) {
        if (event.kind() == Event.Kind.NOTE) {
            return;
        }
        Event told = switch (event.kind()) {
            case TYPED, PRINTED -> event.with("where", StepText.where(event.pane()));
            case ENDED -> event.with("pair", StepText.pair(event));
            default -> event;
        };
        long number = gone + kept.size() + 1;
        kept.add(("id: " + number + "\ndata: " + EventLines.write(told) + "\n\n").getBytes(StandardCharsets.UTF_8));
        if (kept.size() > MOST) {
            int old = MOST / 10;
            kept.subList(0, old).clear();
            gone += old;
        }
        notifyAll();
    }

    /** No further events follow; readers end when they have got all. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * The events after this one, as many as are sent at once.
     *
     * @param number the number of the event; 0 for all from the beginning
     * @param patience how long to wait for an event
     */
    synchronized Batch after(long number, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        long from = Math.min(Math.max(number, gone), gone + kept.size());
        while (from == gone + kept.size() && !ended) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return new Batch(new byte[0], from, false);
            }
            wait(left);
            from = Math.max(from, gone);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (from < gone + kept.size() && bytes.size() < AT_ONCE) {
            bytes.writeBytes(kept.get((int) (from - gone)));
            from++;
        }
        return new Batch(bytes.toByteArray(), from, ended && from == gone + kept.size());
    }
}
