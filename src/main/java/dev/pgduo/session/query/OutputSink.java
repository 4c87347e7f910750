package dev.pgduo.session.query;

import dev.pgduo.session.host.SessionOutput;
import java.io.OutputStream;

/** A session's standard output as a stream; it never throws and need not be closed. */
final class OutputSink extends OutputStream {
    private final SessionOutput output;

    OutputSink(SessionOutput output) {
        this.output = output;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        output.out(bytes, offset, length);
    }

    @Override
    public void flush() {
        output.flush();
    }
}
