package dev.pgduo.shell.prompt;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;

/**
 * The keys that are pressed while a line of an OS prompt runs, on their way to its programs. Only keys that are there are read, so
 * that the next prompt misses none.
 */
final class PassedKeys {
    private static final long LOOK_MILLIS = 10;

    private final Terminal terminal;
    private final OutputStream programs;
    private final Runnable look;
    private final InputStream keys = new FileInputStream(FileDescriptor.in);
    private final Thread thread;
    private volatile boolean ended;
    private int count;

    /** @param look is called again and again */
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

    /** No more keys are read; the answer is how many were. */
    int end() {
        ended = true;
        boolean interrupted = Thread.interrupted();
        try {
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return count;
    }

    private void pass() {
        try {
            while (!ended) {
                passThose();
                look.run();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // The terminal is gone, which the next prompt says; or the line has ended.
        }
    }

    private void passThose() throws IOException {
        StringBuilder pressed = new StringBuilder();
        while (keys.available() > 0 && !ended) {
            pressed.append((char) terminal.reader().read());
        }
        if (!pressed.isEmpty()) {
            count += pressed.length();
            programs.write(pressed.toString().getBytes(StandardCharsets.UTF_8));
            programs.flush();
        }
    }
}
