package dev.pgduo.shell.psql;

import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.table.ByteText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The process's own output and error streams; output is flushed before an error is printed. Not thread-safe. */
final class StandardOutput implements SessionOutput {
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    @Override
    public void out(byte[] utf8, int offset, int length) {
        if (length > buffer.length - size) {
            flush();
        }
        if (length > buffer.length) {
            write(out, utf8, offset, length);
            return;
        }
        System.arraycopy(utf8, offset, buffer, size, length);
        size += length;
    }

    @Override
    public void err(String text) {
        flush();
        byte[] bytes = ByteText.encode(text);
        write(err, bytes, 0, bytes.length);
    }

    @Override
    public void flush() {
        int length = size;
        size = 0;
        write(out, buffer, 0, length);
    }

    /** Writes bytes; like psql, does not report that the reader has closed the stream. */
    private static void write(OutputStream stream, byte[] bytes, int offset, int length) {
        try {
            if (length > 0) {
                stream.write(bytes, offset, length);
            }
        } catch (IOException e) {
            throw new OutputGone(e);
        }
    }
}
