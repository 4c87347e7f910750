package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Receives the WAL that is written while a base backup is taken ({@code -X stream}), with a connection and a thread of its own, up to the
 * backup's end position.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">START_REPLICATION</a>
 */
final class WalStream implements AutoCloseable {
    private final ReplicationConnection link;
    private final WalMessages messages;
    private final WalFiles files;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "wal-stream");
    private volatile Lsn end = new Lsn(Long.MAX_VALUE);
    private volatile Lsn received;

    /**
     * A stream that has not begun.
     *
     * @param start the first position, a segment's beginning
     */
    WalStream(ReplicationConnection link, WalFiles files, Lsn start) {
        this.link = link;
        this.messages = new WalMessages(link);
        this.files = files;
        this.received = start;
        thread.setDaemon(true);
    }

    /**
     * Begins streaming.
     *
     * @param command START_REPLICATION with its arguments
     */
    void start(String command) throws IOException {
        link.send(command);
        link.expect('W');
        thread.start();
    }

    /** Waits until all WAL up to this position has been received. */
    void finish(Lsn last) throws IOException {
        end = last;
        try {
            // The server answers this, and the thread then sees that the end is reached.
            status(true);
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
        files.close();
    }

    private void run() {
        try {
            while (received.compareTo(end) < 0) {
                link.expect('d');
                message();
            }
            files.finish();
            leave();
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Ends the stream as the protocol asks for, so that the server logs no error. */
    private void leave() throws IOException {
        messages.done();
        link.ready();
    }

    private void message() throws IOException {
        boolean asked = messages.read((start, piece) -> {
            long next = start.position() + piece.remaining();
            files.write(start, piece);
            received = new Lsn(next);
        });
        if (asked) {
            status(false);
        }
    }

    /** Sends the position that was received, but none that was flushed: the slot would let go of WAL before that. */
    private void status(boolean answer) throws IOException {
        messages.status(received, new Lsn(0), answer);
    }
}
