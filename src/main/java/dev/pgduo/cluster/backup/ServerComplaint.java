package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An error that the server reported: {@code ERROR:  replication slot "x" does not exist}. */
final class ServerComplaint extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    private ServerComplaint(String message, String sqlState) {
        super(message);
        this.sqlState = sqlState;
    }

    /** Reads the body of an ErrorResponse. */
    static ServerComplaint read(ByteBuffer body) {
        String severity = "ERROR";
        String state = "";
        StringBuilder words = new StringBuilder();
        for (byte field = body.get(); field != 0; field = body.get()) {
            String value = string(body);
            switch (field) {
                case 'S' -> severity = value;
                case 'C' -> state = value;
                case 'M' -> words.append(value);
                case 'D' -> words.append("\nDETAIL:  ").append(value);
                case 'H' -> words.append("\nHINT:  ").append(value);
                default -> {}
            }
        }
        return new ServerComplaint(severity + ":  " + words, state);
    }

    String sqlState() {
        return sqlState;
    }

    private static String string(ByteBuffer body) {
        int start = body.position();
        int length = 0;
        while (body.get() != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        body.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
