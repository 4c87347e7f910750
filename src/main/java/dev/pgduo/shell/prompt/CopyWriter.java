package dev.pgduo.shell.prompt;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Passes all text on, and keeps a copy. */
final class CopyWriter extends Writer {
    private final PrintWriter target;
    private final StringBuilder copy = new StringBuilder();

    CopyWriter(PrintWriter target) {
        this.target = target;
    }

    List<String> lines() {
        synchronized (lock) {
            return copy.toString().lines().toList();
        }
    }

    @Override
    public void write(char[] text, int from, int length) {
        synchronized (lock) {
            target.write(text, from, length);
            copy.append(text, from, length);
        }
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
