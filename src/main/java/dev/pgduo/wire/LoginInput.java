package dev.pgduo.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stream that pgjdbc reads during a login: the server's messages, one by one, up to AuthenticationOk, and then made-up ones that suit
 * pgjdbc (it refuses any DateStyle but ISO, any encoding but UTF8). The server's own messages after AuthenticationOk stay in the socket,
 * for pgduo to read.
 */
final class LoginInput extends FilterInputStream {
    private static final Map<String, String> GREETING = Map.of(
            "server_version", "15.0",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "TimeZone", "UTC",
            "integer_datetimes", "on",
            "standard_conforming_strings", "on");

    /** The authentication request that begins SCRAM. */
    private static final int SASL = 10;

    private ByteArrayInputStream ready = new ByteArrayInputStream(new byte[0]);
    private boolean authenticated;
    private boolean passwordWanted;
    private int method;
    private @Nullable ServerMessage error;

    LoginInput(InputStream socket) {
        super(socket);
    }

    /** The error with which the server ended the login, or null. */
    @Nullable
    ServerMessage error() {
        return error;
    }

    /** libpq's message why the login had no channel binding. */
    String withoutBinding() {
        return switch (method) {
            case 0 -> "channel binding required, but server authenticated client without channel binding";
            case SASL -> "channel binding required, but SSL not in use";
            default -> "channel binding required but not supported by server's authentication request";
        };
    }

    /** Whether the server asked for a password in any form. */
    boolean passwordWanted() {
        return passwordWanted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ready.available() == 0) {
            if (authenticated) {
                return -1;
            }
            ready = new ByteArrayInputStream(nextMessage());
        }
        return ready.read(target, offset, length);
    }

    @Override
    public int available() {
        return ready.available();
    }

    private byte[] nextMessage() throws IOException {
        DataInputStream socket = new DataInputStream(in);
        int type = socket.readUnsignedByte();
        byte[] body = new byte[socket.readInt() - 4];
        socket.readFully(body);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        message(copy, type, body);
        if (type == 'E') {
            error = new BackendReader(new ByteArrayInputStream(body)).message();
        } else if (type == 'R') {
            authentication(body, copy);
        }
        return copy.toByteArray();
    }

    private void authentication(byte[] body, ByteArrayOutputStream copy) throws IOException {
        method = method == 0 ? body[3] : method;
        if (body.length == 4 && body[3] == 0) {
            authenticated = true;
            greeting(copy);
        } else {
            passwordWanted = true;
        }
    }

    private static void greeting(ByteArrayOutputStream copy) throws IOException {
        for (Map.Entry<String, String> entry : GREETING.entrySet()) {
            String text = entry.getKey() + '\0' + entry.getValue() + '\0';
            message(copy, 'S', text.getBytes(StandardCharsets.UTF_8));
        }
        message(copy, 'K', new byte[8]);
        message(copy, 'Z', new byte[] {'I'});
    }

    private static void message(ByteArrayOutputStream copy, int type, byte[] body) throws IOException {
        DataOutputStream out = new DataOutputStream(copy);
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }
}
