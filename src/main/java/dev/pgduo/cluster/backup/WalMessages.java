package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The messages between server and client while WAL is streamed. One thread may read while others send.
 *
 * @param link a connection on which streaming has begun
 * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">START_REPLICATION</a>
 */
public record WalMessages(ReplicationConnection link) {
    /** Seconds from 1970 to 2000, where the protocol's microseconds begin. */
    private static final long EPOCH = 946_684_800L;

    private static final int STATUS = 34;

    /** Receives the WAL. */
    @FunctionalInterface
    public interface Sink {
        /** WAL from this position on; the buffer is valid until this returns. */
        void write(Lsn start, ByteBuffer bytes) throws IOException;
    }

    /**
     * Reads the body of one message.
     *
     * @return whether the server asks for a status message at once
     */
    public boolean read(Sink sink) throws IOException {
        return switch (link.one()) {
            case 'w' -> {
                data(sink);
                yield false;
            }
            case 'k' -> {
                link.number();
                link.number();
                yield link.one() != 0;
            }
            default -> throw new IOException("unrecognized streaming header of the server");
        };
    }

    private void data(Sink sink) throws IOException {
        Lsn at = new Lsn(link.number());
        link.number();
        link.number();
        while (link.left() > 0) {
            ByteBuffer piece = link.piece();
            Lsn next = new Lsn(at.position() + piece.remaining());
            sink.write(at, piece);
            at = next;
        }
    }

    /**
     * Sends a status message (Standby status update).
     *
     * @param flushed a slot does not keep WAL before this position; 0/0 to leave the slot as it is
     * @param answer whether the server shall answer at once
     */
    public void status(Lsn written, Lsn flushed, boolean answer) throws IOException {
        long micros = (System.currentTimeMillis() / 1000 - EPOCH) * 1_000_000;
        ByteBuffer body = ByteBuffer.allocate(STATUS);
        body.put((byte) 'r').putLong(written.position()).putLong(flushed.position());
        body.putLong(0).putLong(micros).put((byte) (answer ? 1 : 0));
        synchronized (link) {
            link.send('d', body.array());
        }
    }

    /** Ends the stream from the client's side (CopyDone). */
    public void done() throws IOException {
        synchronized (link) {
            link.send('c', new byte[0]);
        }
    }
}
