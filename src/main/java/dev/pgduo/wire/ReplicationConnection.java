package dev.pgduo.wire;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A logged-in replication connection, read message by message. For one thread at a time; an interrupt of it closes the connection.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">streaming replication protocol</a>
 */
public final class ReplicationConnection implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;
    private static final int HEADER = 5;

    private final WireConnection login;
    private final ReadableByteChannel source;
    private final OutputStream target;

    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).flip();
    private int left;

    private ReplicationConnection(WireConnection login) throws IOException {
        this.login = login;
        this.source = login.socket().source();
        this.target = login.socket().wire();
    }

    /**
     * Connects as a physical replication client.
     *
     * @param options encryption, time limits and so on; the server's address is not taken from them
     * @throws ConnectFailed when the server cannot be reached, or refuses the login
     * @throws IOException when the server closes the connection at once
     */
    public static ReplicationConnection open(Endpoint server, Conninfo options, String applicationName)
            throws ConnectFailed, IOException {
        Map<String, String> parameters = Map.of("replication", "true", "application_name", applicationName);
        return new ReplicationConnection(WireConnection.open(server, parameters, options, null));
    }

    /** The server's version, as it reports it. */
    public String serverVersion() {
        return String.valueOf(login.parameter("server_version"));
    }

    /** Sends a command; {@link #next} reads the answer. */
    public void send(String command) throws IOException {
        byte[] text = (command + '\0').getBytes(StandardCharsets.UTF_8);
        send('Q', text);
    }

    /** Sends a message. */
    public void send(char type, byte[] body) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEADER + body.length);
        out.put((byte) type).putInt(4 + body.length).put(body);
        target.write(out.array());
        target.flush();
    }

    /**
     * The type of the next message; what was not read of the last one is skipped, and so are notices.
     *
     * @throws ErrorResponse when the server reports an error
     */
    public char next() throws IOException {
        while (true) {
            skip();
            fill(HEADER);
            char type = (char) in.get();
            left = in.getInt() - 4;
            if (type == 'E') {
                throw new ErrorResponse(new BackendReader(new ByteArrayInputStream(body().array())).message());
            }
            if (type != 'N' && type != 'S') {
                return type;
            }
        }
    }

    /** Reads the next message, which has to be of this type, as {@link #next} does. */
    public void expect(char type) throws IOException {
        char got = next();
        if (got != type) {
            throw new IOException("expected message \"" + type + "\" of the server, got \"" + got + "\"");
        }
    }

    /** Bytes of this message's body that have not been read. */
    public int left() {
        return left;
    }

    /** One byte of the body. */
    public byte one() throws IOException {
        fill(1);
        left--;
        return in.get();
    }

    /** Eight bytes of the body. */
    public long number() throws IOException {
        fill(Long.BYTES);
        left -= Long.BYTES;
        return in.getLong();
    }

    /** A string of the body, up to its zero byte. */
    public String string() throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (byte b = one(); b != 0; b = one()) {
            bytes.append((char) (b & 0xff));
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The next piece of the body, as much as has come already; valid until the next call. Empty at its end. */
    public ByteBuffer piece() throws IOException {
        if (left > 0 && !in.hasRemaining()) {
            fill(1);
        }
        int length = Math.min(left, in.remaining());
        ByteBuffer piece = in.slice(in.position(), length);
        in.position(in.position() + length);
        left -= length;
        return piece;
    }

    /** The rest of the body. */
    public ByteBuffer body() throws IOException {
        ByteBuffer body = ByteBuffer.allocate(left);
        while (left > 0) {
            body.put(piece());
        }
        return body.flip();
    }

    /** The rows of one result set, up to its CommandComplete. */
    public List<List<@Nullable String>> rows() throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (char type = next(); type != 'C'; type = next()) {
            if (type == 'D') {
                rows.add(row(body()));
            }
        }
        return rows;
    }

    /** The rows of a command with one result set. */
    public List<List<@Nullable String>> ask(String command) throws IOException {
        send(command);
        List<List<@Nullable String>> rows = rows();
        ready();
        return rows;
    }

    /** Reads and skips messages until the server waits for a command (ReadyForQuery). */
    public void ready() throws IOException {
        char type = next();
        while (type != 'Z') {
            type = next();
        }
    }

    private static List<@Nullable String> row(ByteBuffer body) {
        List<@Nullable String> cells = new ArrayList<>();
        int count = body.getShort();
        for (int i = 0; i < count; i++) {
            int length = body.getInt();
            if (length < 0) {
                cells.add(null);
            } else {
                byte[] bytes = new byte[length];
                body.get(bytes);
                cells.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return cells;
    }

    private void skip() throws IOException {
        while (left > 0) {
            piece();
        }
    }

    private void fill(int wanted) throws IOException {
        if (in.remaining() >= wanted) {
            return;
        }
        in.compact();
        try {
            while (in.position() < wanted) {
                if (source.read(in) < 0) {
                    throw new EOFException("server closed the connection unexpectedly");
                }
            }
        } finally {
            in.flip();
        }
    }

    @Override
    public void close() {
        login.abort();
    }
}
