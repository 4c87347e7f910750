package dev.pgduo.session.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The stream for one table; throws {@link InterruptedIOException} when the output is canceled. */
final class TableOutput extends FilterOutputStream {
    /** The number of bytes after which a cancellation is checked. */
    private static final int PIECE = 1 << 12;

    private final Cancellation cancellation;
    private boolean lineBegun;

    TableOutput(OutputStream target, Cancellation cancellation) {
        super(target);
        this.cancellation = cancellation;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; from += PIECE) {
            if (cancellation.asked()) {
                finishLine(bytes, from, offset + length);
                throw new InterruptedIOException("canceled by user");
            }
            int piece = Math.min(PIECE, offset + length - from);
            out.write(bytes, from, piece);
            lineBegun = bytes[from + piece - 1] != '\n';
        }
    }

    /** Completes the begun line, so that the next message is on a line of its own. */
    private void finishLine(byte[] bytes, int from, int end) throws IOException {
        int to = from;
        while (lineBegun && to < end && bytes[to] != '\n') {
            to++;
        }
        out.write(bytes, from, to - from);
        out.write(lineBegun ? "\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
    }
}
