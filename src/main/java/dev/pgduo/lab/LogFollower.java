package dev.pgduo.lab;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports every line that is added to a log file, as {@code tail -F} does: a file that is truncated or replaced is read again. */
public final class LogFollower {
    private static final long STEP_MILLIS = 20;

    private final Path file;
    private final byte[] piece = new byte[1 << 16];

    /** The beginning of a line whose end has not been written yet. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    public LogFollower(Path file) {
        this.file = file;
    }

    /** Passes new lines on until this thread is interrupted, after which it returns normally. */
    public void follow(Consumer<String> lines) {
        try {
            Optional<Object> key = key();
            boolean goOn;
            try (RandomAccessFile log = open()) {
                log.seek(log.length());
                goOn = follow(log, key, lines);
            }
            while (goOn) {
                begun.reset();
                key = key();
                try (RandomAccessFile log = open()) {
                    goOn = follow(log, key, lines);
                }
            }
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile(file.toFile(), "r");
    }

    /** Follows this file until another file has its name; false when the thread is interrupted. */
    private boolean follow(RandomAccessFile log, Optional<Object> key, Consumer<String> lines) throws IOException {
        while (nap()) {
            // The old file's last lines come before the new one's first.
            Optional<Object> now = key();
            if (log.length() < log.getFilePointer()) {
                log.seek(0);
                begun.reset();
            }
            for (int read = log.read(piece); read > 0; read = log.read(piece)) {
                tell(read, lines);
            }
            if (now.isPresent() && !now.equals(key)) {
                return true;
            }
        }
        return false;
    }

    private void tell(int length, Consumer<String> lines) {
        int start = 0;
        for (int at = 0; at < length; at++) {
            if (piece[at] == '\n') {
                begun.write(piece, start, at - start);
                lines.accept(begun.toString(StandardCharsets.UTF_8));
                begun.reset();
                start = at + 1;
            }
        }
        begun.write(piece, start, length - start);
    }

    /** The file's identity in the file system (its inode); empty while there is no file of this name. */
    private Optional<Object> key() throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
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
