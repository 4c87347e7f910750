package dev.pgduo.session.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, read in large pieces. */
public final class StreamSource implements Source {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    /** Reads this stream, which the caller has to close. */
    public StreamSource(InputStream in) {
        this.in = in;
    }

    /** Reads this stream; the rest of another such source is read with that source's buffer. */
    public static StreamSource over(InputStream in) {
        return in instanceof Rest rest ? rest.source() : new StreamSource(in);
    }

    @Override
    public byte @Nullable [] line() throws IOException {
        if (!filled()) {
            return null;
        }
        int end = newline();
        if (end >= 0) {
            byte[] line = Arrays.copyOfRange(buffer, position, end + 1);
            position = end + 1;
            return line;
        }
        return longLine();
    }

    private byte[] longLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (filled()) {
            int newline = newline();
            int end = newline < 0 ? limit : newline + 1;
            line.write(buffer, position, end - position);
            position = end;
            if (newline >= 0) {
                break;
            }
        }
        return line.toByteArray();
    }

    private int newline() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean filled() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return limit > 0;
    }

    @Override
    public int read(byte[] target) throws IOException {
        if (!filled()) {
            return 0;
        }
        int length = Math.min(target.length, limit - position);
        System.arraycopy(buffer, position, target, 0, length);
        position += length;
        return length;
    }

    /** The rest of the source as a stream, which need not be closed. */
    public InputStream stream() {
        return new Rest();
    }

    private final class Rest extends InputStream {
        StreamSource source() {
            return StreamSource.this;
        }

        @Override
        public int read() throws IOException {
            return filled() ? buffer[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!filled()) {
                return -1;
            }
            int part = Math.min(length, limit - position);
            System.arraycopy(buffer, position, target, offset, part);
            position += part;
            return part;
        }
    }
}
