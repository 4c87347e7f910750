package dev.pgduo.lab;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tells every line that is added to a log file, as {@code tail -f} does. */
public final class LogFollower {
    private static final long STEP_MILLIS = 20;

    private final Path file;

    public LogFollower(Path file) {
        this.file = file;
    }

    /** Tells the new lines until this thread is interrupted, which ends it quietly. */
    public void follow(Consumer<String> lines) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(log.length());
            while (nap()) {
                // The server appends whole lines in one write, but a read may come in the middle of it.
                long start = log.getFilePointer();
                byte[] added = new byte[(int) Math.min(1 << 20, log.length() - start)];
                log.readFully(added);
                int end = lastNewline(added) + 1;
                new String(added, 0, end, StandardCharsets.UTF_8).lines().forEach(lines);
                log.seek(start + end);
            }
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read \"" + file + "\": " + e.getMessage()), e);
        }
    }

    private static int lastNewline(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }

    private static boolean nap() {
        try {
            Thread.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
