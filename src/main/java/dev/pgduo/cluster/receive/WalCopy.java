package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.backup.WalMessages;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.wire.ErrorResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The stream of one timeline. One thread runs it; another one may wake it up. */
final class WalCopy {
    /** How long to wait for a server that does not answer at the end, in seconds. */
    private static final long PATIENCE_SECONDS = 5;

    private final WalMessages messages;
    private final ReceivedSegments segments;
    private final ReceiveOptions options;
    private final Enough enough;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "wal-status");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Lsn received = new Lsn(0);
    private volatile Lsn flushed = new Lsn(0);
    private boolean sending = true;

    /** Decides whether the received WAL is sufficient. */
    @FunctionalInterface
    interface Enough {
        boolean at(Lsn place, long timeline, boolean segmentFinished);
    }

    WalCopy(WalMessages messages, ReceivedSegments segments, ReceiveOptions options, Enough enough) {
        this.messages = messages;
        this.segments = segments;
        this.options = options;
        this.enough = enough;
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The position after the received WAL. */
    Lsn place() {
        return received;
    }

    /** Asks the server for a message, so that the stream checks whether it has to end. */
    @SuppressWarnings("FutureReturnValueIgnored") // The reading thread notices a broken connection.
    void wake() {
        clock.execute(() -> tell(true));
        clock.schedule(messages.link()::close, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void tell(boolean answer) {
        try {
            boolean slot = options.slot().isPresent() || options.durability() == ReceiveOptions.Durability.SYNCHRONOUS;
            messages.status(received, slot ? flushed : new Lsn(0), answer);
        } catch (IOException e) {
            // The reading thread notices it as well.
            messages.link().close();
        }
    }

    /**
     * Receives the stream.
     *
     * @return the next timeline and its start position; empty when the stream ended without one
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The reading thread notices a broken connection.
    List<List<@Nullable String>> run(ReceivedSegments.Place place, long size) throws IOException {
        received = place.start();
        flushed = place.start();
        long period = options.status().toMillis();
        if (period > 0) {
            clock.scheduleAtFixedRate(() -> tell(false), 0, period, TimeUnit.MILLISECONDS);
        }
        try {
            return stream(place.timeline(), size);
        } catch (ErrorResponse e) {
            throw new IOException("unexpected termination of replication stream: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new IOException("could not receive data from WAL stream: " + e.getMessage(), e);
        } finally {
            rest();
        }
    }

    /** Ends the status messages. One that is being sent is not interrupted, which would close the connection. */
    private void rest() {
        clock.shutdown();
        try {
            clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<List<@Nullable String>> stream(long timeline, long size) throws IOException {
        while (true) {
            if (sending && enough.at(received, timeline, false)) {
                segments.close(false);
                done();
            }
            char type = messages.link().next();
            if (type == 'd') {
                boolean asked = messages.read((start, bytes) -> write(timeline, start, bytes, size));
                received();
                if (asked) {
                    tell(false);
                }
            } else if (type == 'c') {
                if (sending) {
                    segments.close(false);
                    done();
                }
                return messages.link().rows();
            } else {
                segments.close(false);
                return List.of();
            }
        }
    }

    private void done() throws IOException {
        sending = false;
        messages.done();
    }

    private void received() throws IOException {
        if (options.durability() == ReceiveOptions.Durability.SYNCHRONOUS && flushed.compareTo(received) < 0) {
            segments.force();
            flushed = received;
            tell(false);
        }
    }

    /** Writes received bytes, except those after the end. */
    private void write(long timeline, Lsn start, ByteBuffer bytes, long size) throws IOException {
        long at = start.position();
        while (sending && bytes.hasRemaining()) {
            int length = (int) Math.min(bytes.remaining(), size - (at & (size - 1)));
            segments.write(timeline, new Lsn(at), bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
            at += length;
            received = new Lsn(at);
            if ((at & (size - 1)) == 0) {
                segments.close(true);
                flushed = received;
                if (enough.at(received, timeline, true)) {
                    done();
                }
            }
        }
    }
}
