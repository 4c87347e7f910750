package dev.pgduo.lab.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One direction of one connection: a thread reads, another one passes on what was read when it is due. Between them are at most
 * {@value #CHUNKS} pieces, so that a slow link is felt at its other end.
 */
final class Pump {
    private static final int CHUNKS = 48;
    private static final int CHUNK_BYTES = 8192;

    private final Socket source;
    private final Socket target;
    private final Valve valve;
    private final LinkConnection connection;
    private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>(CHUNKS);
    private volatile boolean useless;

    /** What was read at once. */
    private record Chunk(Kind kind, ByteBuffer bytes, long arrived, double chance) {
        Chunk(Kind kind, byte[] bytes) {
            this(
                    kind,
                    ByteBuffer.wrap(bytes),
                    System.nanoTime(),
                    ThreadLocalRandom.current().nextDouble(-1, 1));
        }
    }

    private enum Kind {
        DATA,
        /** The source has nothing more to say. */
        END,
        /** The source has broken the connection off. */
        RESET
    }

    Pump(Socket source, Socket target, Valve valve, LinkConnection connection) {
        this.source = source;
        this.target = target;
        this.valve = valve;
        this.connection = connection;
    }

    /** Nobody hears any more what is passed on: it is thrown away from now on, until the source ends. */
    void useless() {
        useless = true;
        valve.wake();
    }

    /** Reads until the source ends. */
    void read() {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            InputStream in = source.getInputStream();
            while (true) {
                valve.awaitOpen(() -> useless);
                int count = in.read(buffer);
                if (count < 0) {
                    break;
                }
                valve.received(count);
                chunks.put(new Chunk(Kind.DATA, Arrays.copyOf(buffer, count)));
            }
            chunks.put(new Chunk(Kind.END, new byte[0]));
        } catch (IOException e) {
            offerReset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offerReset() {
        try {
            chunks.put(new Chunk(Kind.RESET, new byte[0]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes on what was read, until that has ended. */
    void write() {
        try {
            while (true) {
                Chunk chunk = chunks.take();
                valve.awaitTurn(chunk.arrived(), chunk.chance(), () -> useless);
                if (chunk.kind() != Kind.DATA) {
                    finish(chunk.kind());
                    return;
                }
                pass(chunk.bytes().array());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] bytes) throws InterruptedException {
        int done = 0;
        while (done < bytes.length && !useless) {
            int share = valve.awaitShare(bytes.length - done, () -> useless);
            try {
                OutputStream out = target.getOutputStream();
                out.write(bytes, done, share);
                done += share;
            } catch (IOException e) {
                // The target has gone; that it has is for the other direction to pass on.
                useless = true;
            }
        }
    }

    private void finish(Kind kind) {
        if (kind == Kind.RESET) {
            connection.reset();
            return;
        }
        try {
            target.shutdownOutput();
        } catch (IOException e) {
            // It has gone already.
        }
        connection.ended(this);
    }
}
