package dev.pgduo.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Replaces the startup packet that pgjdbc sends (with a DateStyle, the JVM's time zone, extra_float_digits) by psql's, so that the
 * session's defaults are the server's own. Everything after it passes unchanged.
 */
final class StartupOutput extends FilterOutputStream {
    private static final int PROTOCOL_3_0 = 3 << 16;

    private final Map<String, String> parameters;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean exchanged;

    StartupOutput(OutputStream socket, Map<String, String> parameters) {
        super(socket);
        this.parameters = parameters;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (exchanged) {
            out.write(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        byte[] sofar = held.toByteArray();
        if (sofar.length >= 4 && sofar.length >= ByteBuffer.wrap(sofar).getInt()) {
            exchanged = true;
            out.write(packet(parameters));
        }
    }

    /** A startup packet: the protocol's version and the session's parameters. */
    static byte[] packet(Map<String, String> parameters) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String text = parameter.getKey() + '\0' + parameter.getValue() + '\0';
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        body.write(0);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(packet);
        data.writeInt(body.size() + 8);
        data.writeInt(PROTOCOL_3_0);
        body.writeTo(data);
        return packet.toByteArray();
    }
}
