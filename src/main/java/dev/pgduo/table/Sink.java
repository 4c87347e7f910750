package dev.pgduo.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer in front of the stream that a table is printed to. */
final class Sink {
    private final OutputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    Sink(OutputStream stream) {
        this.stream = stream;
    }

    void put(int octet) throws IOException {
        if (size == buffer.length) {
            drain();
        }
        buffer[size++] = (byte) octet;
    }

    void put(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > buffer.length - size) {
            drain();
            if (length > buffer.length) {
                stream.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    void text(String text) throws IOException {
        if (text.length() == 1 && text.charAt(0) < 0x80) {
            put(text.charAt(0));
        } else {
            put(ByteText.encode(text));
        }
    }

    void line(String text) throws IOException {
        text(text);
        put('\n');
    }

    void spaces(int count) throws IOException {
        fill((byte) ' ', count);
    }

    void repeat(String text, int count) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 1) {
            fill(bytes[0], count);
            return;
        }
        for (int i = 0; i < count; i++) {
            put(bytes);
        }
    }

    private void fill(byte octet, int count) throws IOException {
        int left = count;
        while (left > 0) {
            if (size == buffer.length) {
                drain();
            }
            int now = Math.min(left, buffer.length - size);
            Arrays.fill(buffer, size, size + now, octet);
            size += now;
            left -= now;
        }
    }

    void flush() throws IOException {
        drain();
        stream.flush();
    }

    private void drain() throws IOException {
        stream.write(buffer, 0, size);
        size = 0;
    }
}
