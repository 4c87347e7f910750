package dev.pgduo.session.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that is still needed by others: closing it only flushes it. */
final class OpenOutput extends FilterOutputStream {
    OpenOutput(OutputStream target) {
        super(target);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
