package dev.pgduo.cluster.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The output of a running program, divided by marks that nothing else prints. After a mark there are fields, each ending with a
 * NUL. Output while no mark is awaited is kept, the end of it, for the next listener, or passed on as late.
 */
final class MarkedOutput {
    /** The first and last character of a mark; hardly any program prints it, so that no other output is held back. */
    static final char EDGE = '\036';

    private static final int KEPT = 1 << 20;

    private final WatchedStream in;
    private final Thread thread;
    private final @Nullable LineStream late;
    private byte[] held = new byte[0];
    private byte[] mark = new byte[0];
    private int fields;
    private @Nullable OutputStream lines;
    private @Nullable List<String> answer;

    MarkedOutput(InputStream in) {
        this(in, null);
    }

    /** @param late receives the lines that arrive while no mark is awaited */
    MarkedOutput(InputStream in, @Nullable Consumer<String> late) {
        this.late = late == null ? null : LineStream.passing(late);
        this.in = new WatchedStream(in);
        this.thread = new Thread(this::pump, "living-shell");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on passes lines to this listener, on another thread, until the mark and its fields arrive. */
    void expect(String text, int count, Consumer<String> listener) {
        expect(text, count, LineStream.passing(listener));
    }

    /**
     * From now on passes bytes to this stream, on another thread, until the mark and its fields arrive; then closes it. A
     * second copy of an earlier mark is removed.
     */
    synchronized void expect(String text, int count, OutputStream listener) {
        for (int at = find(mark, 0); mark.length > 0 && at >= 0; at = find(mark, at)) {
            byte[] before = Arrays.copyOf(held, held.length - mark.length);
            System.arraycopy(held, at + mark.length, before, at, before.length - at);
            held = before;
        }
        mark = (EDGE + text + EDGE).getBytes(StandardCharsets.US_ASCII);
        fields = count;
        answer = null;
        lines = listener;
        take(new byte[0], 0);
    }

    /** The fields, when the mark has arrived; waits for it for this many milliseconds. */
    synchronized Optional<List<String>> await(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; answer == null && left > 0; left = millisUntil(end)) {
            wait(left);
        }
        return Optional.ofNullable(answer);
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** The program has ended: passes the rest of its output on. */
    void drain() throws InterruptedException {
        in.await(thread);
        synchronized (this) {
            OutputStream told = lines;
            if (told != null) {
                pass(told, held.length);
                end(told);
            }
            lines = null;
        }
    }

    private void pump() {
        byte[] chunk = new byte[1 << 13];
        for (int length = read(chunk); length >= 0; length = read(chunk)) {
            take(chunk, length);
        }
    }

    /** Reads output; also ends when the program and its pipe are gone. */
    private int read(byte[] chunk) {
        try {
            return in.read(chunk, 0, chunk.length);
        } catch (IOException e) {
            return -1;
        }
    }

    private synchronized void take(byte[] chunk, int length) {
        int before = held.length;
        held = Arrays.copyOf(held, before + length);
        System.arraycopy(chunk, 0, held, before, length);
        OutputStream told = lines;
        if (told == null && late != null) {
            pass(late, held.length);
            return;
        }
        if (told == null) {
            held = held.length > KEPT ? Arrays.copyOfRange(held, held.length - KEPT, held.length) : held;
            return;
        }
        int at = find(mark, 0);
        pass(told, at < 0 ? held.length - beginning() : at);
        if (at >= 0) {
            readFields(told);
        }
    }

    /** Reads the fields after a mark at the beginning of the buffer. */
    private void readFields(OutputStream told) {
        List<String> read = new ArrayList<>();
        int start = mark.length;
        for (int end = find(new byte[1], start); end >= 0 && read.size() < fields; end = find(new byte[1], start)) {
            read.add(new String(held, start, end - start, StandardCharsets.UTF_8));
            start = end + 1;
        }
        if (read.size() == fields) {
            held = Arrays.copyOfRange(held, start, held.length);
            end(told);
            lines = null;
            answer = read;
            notifyAll();
            take(new byte[0], 0);
        }
    }

    private void pass(OutputStream told, int count) {
        try {
            told.write(held, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = Arrays.copyOfRange(held, count, held.length);
    }

    private static void end(OutputStream told) {
        try {
            told.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int find(byte[] what, int from) {
        for (int at = from; at + what.length <= held.length; at++) {
            if (Arrays.equals(held, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The number of bytes at the end that may be the beginning of the mark. */
    private int beginning() {
        int most = Math.min(held.length, mark.length - 1);
        while (most > 0 && !Arrays.equals(held, held.length - most, held.length, mark, 0, most)) {
            most--;
        }
        return most;
    }
}
