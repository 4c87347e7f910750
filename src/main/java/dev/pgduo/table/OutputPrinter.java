package dev.pgduo.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table being printed: rows are handed over in any portions as they arrive, then it is finished. What is printed does not depend on the
 * portions. The stream is not closed. Not thread-safe.
 */
public interface OutputPrinter {
    /**
     * Prints, or keeps for later, the next row.
     *
     * @param row the server's text in UTF-8, copied or written before this returns
     * @throws IOException when the stream does not take it; the printer is of no use after that
     */
    void row(PackedRow row) throws IOException;

    /**
     * Prints, or keeps for later, the next rows.
     *
     * @param rows one array for each row, one element for each column: text in UTF-8, or {@code null} for SQL NULL
     * @throws IOException as {@link #row}
     */
    default void rows(List<byte[] @Nullable []> rows) throws IOException {
        for (byte[] @Nullable [] row : rows) {
            row(PackedRow.of(row));
        }
    }

    /** Hands what is printed so far to the stream, and flushes that. */
    void flush() throws IOException;

    /** Prints whatever is left, with the footer, and flushes the stream. */
    void finish() throws IOException;
}
