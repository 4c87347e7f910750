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
 * One direction of one connection: one thread reads, another one passes the data on when they are due. At most {@value #CHUNKS}
 * pieces wait between them, so that a slow link slows the sender.
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

    /** The result of one read. */
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
        /** The source has closed its side. */
        END,
        /** The source has reset the connection. */
        RESET
    }

    Pump(Socket source, Socket target, Valve valve, LinkConnection connection) {
        this.source = source;
        this.target = target;
        this.valve = valve;
        this.connection = connection;
    }

    /** The target is gone: from now on data are discarded, until the source ends. */
    void useless() {
        useless = true;
        valve.wake();
    }

    /** Reads until the source ends, in one thread. */
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

    /** Passes on what was read until the source has ended, in the other thread. */
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
                // The target has gone; the pump of the other direction reports that.
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
            // The target has gone already.
        }
        connection.ended(this);
    }
}
