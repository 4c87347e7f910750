package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The WAL that is written while a base backup is taken, streamed on a connection of its own ({@code -X stream}) and on a thread of
 * its own, until the backup's end is known and reached.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">START_REPLICATION</a>
 */
final class WalStream implements AutoCloseable {
    /** Seconds from 1970 to 2000, where the protocol's microseconds begin. */
    private static final long EPOCH = 946_684_800L;

    private final ReplicationConnection link;
    private final WalFiles files;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "wal-stream");
    private volatile Lsn end = new Lsn(Long.MAX_VALUE);
    private volatile Lsn received;

    /**
     * A stream that has not begun.
     *
     * @param start a segment's beginning
     */
    WalStream(ReplicationConnection link, WalFiles files, Lsn start) {
        this.link = link;
        this.files = files;
        this.received = start;
        thread.setDaemon(true);
    }

    /** Begins. */
    void start(String command) throws IOException {
        link.send(command);
        link.expect('W');
        thread.start();
    }

    /** Waits until all WAL up to this place is here. */
    void finish(Lsn last) throws IOException {
        end = last;
        try {
            // The server answers, and the stream looks whether it has come far enough.
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

    /** Ends the stream as the protocol wants it, so that the server has nothing to complain of in its log. */
    private void leave() throws IOException {
        link.send('c', new byte[0]);
        link.ready();
    }

    private void message() throws IOException {
        switch (link.one()) {
            case 'w' -> data();
            case 'k' -> keepalive();
            default -> throw new IOException("unrecognized streaming header of the server");
        }
    }

    private void data() throws IOException {
        Lsn at = new Lsn(link.number());
        link.number();
        link.number();
        while (link.left() > 0) {
            ByteBuffer piece = link.piece();
            Lsn next = new Lsn(at.position() + piece.remaining());
            files.write(at, piece);
            at = next;
        }
        received = at;
    }

    private void keepalive() throws IOException {
        link.number();
        link.number();
        if (link.one() != 0) {
            status(false);
        }
    }

    /** Tells how far this is; a temporary slot holds the WAL back only as far as it was flushed, so nothing is said of that. */
    private synchronized void status(boolean answer) throws IOException {
        long micros = (System.currentTimeMillis() / 1000 - EPOCH) * 1_000_000;
        ByteBuffer body = ByteBuffer.allocate(34);
        body.put((byte) 'r').putLong(received.position()).putLong(0).putLong(0).putLong(micros);
        body.put((byte) (answer ? 1 : 0));
        link.send('d', body.array());
    }
}
