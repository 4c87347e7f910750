package dev.pgduo.course.task;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the text of a file after an offset; of a long text, the end. */
final class FileTail {
    private static final long MOST = 16L << 20;

    private FileTail() {}

    /** The text after this offset; the whole file if it has become shorter, because it is another one. */
    static String behind(Path file, long offset) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long length = open.length();
            long from = Math.max(offset > length ? 0 : offset, length - MOST);
            byte[] bytes = new byte[(int) (length - from)];
            open.seek(from);
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
