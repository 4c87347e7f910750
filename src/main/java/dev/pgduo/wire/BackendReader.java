package dev.pgduo.wire;

import dev.pgduo.table.ByteText;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the server's messages (manual: Message Formats) from a socket, buffered. Not thread-safe. */
final class BackendReader {
    private static final int BUFFER = 1 << 16;
    private static final int KEPT = 1 << 21;
    private static final byte[] NOTHING = {};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    /** Holds a message's body that is longer than the buffer; reused for the next one. */
    private byte[] large = NOTHING;

    private int position;
    private int limit;
    private int bodyLength;

    BackendReader(InputStream in) {
        this.in = in;
    }

    /** The type letter of the next message; its body follows. */
    int next() throws IOException {
        int type = readByte();
        bodyLength = readInt() - 4;
        return type;
    }

    byte[] body() throws IOException {
        return bytes(bodyLength);
    }

    /** Hands the body over, without copying it if all of it is in the buffer. */
    void body(Body taker) throws IOException {
        int length = bodyLength;
        if (limit - position < length) {
            if (large.length < length) {
                large = new byte[length];
            }
            read(large, length);
            taker.take(large, 0, length);
            large = length > KEPT ? NOTHING : large;
            return;
        }
        int start = position;
        position += length;
        taker.take(buffer, start, length);
    }

    /** Takes the bytes of a body, which are valid only inside the call. */
    @FunctionalInterface
    interface Body {
        void take(byte[] bytes, int offset, int length);
    }

    void skipBody() throws IOException {
        bytes(bodyLength);
    }

    String text() throws IOException {
        byte[] body = body();
        int length = body.length > 0 && body[body.length - 1] == 0 ? body.length - 1 : body.length;
        return ByteText.decode(body, 0, length);
    }

    List<Field> rowDescription() throws IOException {
        int count = readShort();
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = string();
            bytes(6);
            int type = readInt();
            bytes(2);
            int modifier = readInt();
            bytes(2);
            fields.add(new Field(name, type, modifier));
        }
        return fields;
    }

    ServerMessage message() throws IOException {
        Map<Character, String> fields = new HashMap<>();
        for (int letter = readByte(); letter != 0; letter = readByte()) {
            fields.put((char) letter, string());
        }
        return new ServerMessage(fields);
    }

    Notification notification() throws IOException {
        int pid = readInt();
        return new Notification(pid, string(), string());
    }

    String string() throws IOException {
        byte[] text = new byte[32];
        int length = 0;
        for (int b = readByte(); b != 0; b = readByte()) {
            if (length == text.length) {
                text = java.util.Arrays.copyOf(text, length * 2);
            }
            text[length++] = (byte) b;
        }
        return ByteText.decode(text, 0, length);
    }

    int readByte() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    int readShort() throws IOException {
        return readByte() << 8 | readByte();
    }

    int readInt() throws IOException {
        if (limit - position >= 4) {
            byte[] b = buffer;
            int at = position;
            position = at + 4;
            return (b[at] << 24) | ((b[at + 1] & 0xff) << 16) | ((b[at + 2] & 0xff) << 8) | (b[at + 3] & 0xff);
        }
        return readShort() << 16 | readShort();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] copy = new byte[length];
        read(copy, length);
        return copy;
    }

    private void read(byte[] copy, int length) throws IOException {
        int had = Math.min(length, limit - position);
        System.arraycopy(buffer, position, copy, 0, had);
        position += had;
        if (had < length && length - had < BUFFER) {
            fromBuffer(copy, had, length);
        } else if (had < length) {
            new DataInputStream(in).readFully(copy, had, length - had);
        }
    }

    private void fromBuffer(byte[] copy, int start, int length) throws IOException {
        for (int done = start; done < length; ) {
            fill();
            int part = Math.min(length - done, limit);
            System.arraycopy(buffer, 0, copy, done, part);
            position = part;
            done += part;
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        if (limit == 0) {
            throw new EOFException("the server closed the connection");
        }
    }
}
