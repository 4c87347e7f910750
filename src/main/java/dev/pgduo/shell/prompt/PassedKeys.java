package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.Uninterrupted;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;

/**
 * Passes keys that are pressed while a line of an OS prompt runs to its programs. It reads only keys that are available, so
 * that the next prompt misses none.
 */
final class PassedKeys {
    private static final long LOOK_MILLIS = 10;

    private final Terminal terminal;
    private final OutputStream programs;
    private final Runnable look;
    private final InputStream keys = new FileInputStream(FileDescriptor.in);
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder left = new StringBuilder();
    private int count;

    /** @param look called again and again */
    PassedKeys(Terminal terminal, OutputStream programs, Runnable look) {
        this.terminal = terminal;
        this.programs = programs;
        this.look = look;
        this.thread = new Thread(this::pass, "os-keys");
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** Ends reading; returns the number of keys that were read. */
    int end() {
        ended.countDown();
        Uninterrupted.run(thread::join);
        return count;
    }

    /** The keys that were read after the line had ended. */
    String left() {
        return left.toString();
    }

    private void pass() {
        try {
            boolean over = false;
            while (!over) {
                passThose();
                look.run();
                over = ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            // The terminal has been closed, which the next prompt reports.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean over() {
        return ended.getCount() == 0;
    }

    private void passThose() throws IOException {
        StringBuilder pressed = new StringBuilder();
        while (keys.available() > 0 && !over()) {
            pressed.append((char) terminal.reader().read());
        }
        count += pressed.length();
        if (over()) {
            left.append(pressed);
        } else if (!pressed.isEmpty()) {
            programs.write(pressed.toString().getBytes(StandardCharsets.UTF_8));
            programs.flush();
        }
    }
}
