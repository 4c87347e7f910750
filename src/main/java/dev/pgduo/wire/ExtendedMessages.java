package dev.pgduo.wire;

import dev.pgduo.table.ByteText;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Writes the messages of the extended query protocol (manual: Message Formats); all values are text. Not thread-safe. */
record ExtendedMessages(DataOutputStream out) {
    private static final int LENGTH = 4;

    /** Parse: makes a prepared statement; one without a name lasts until the next such. */
    ExtendedMessages parse(String name, String sql) throws IOException {
        byte[] statement = ByteText.encode(name);
        byte[] text = ByteText.encode(sql);
        begin('P', statement.length + 1 + text.length + 1 + Short.BYTES);
        string(statement);
        string(text);
        out.writeShort(0);
        return this;
    }

    /** Bind: makes the portal without a name of a prepared statement and its parameters. */
    ExtendedMessages bind(String name, List<String> parameters) throws IOException {
        byte[] statement = ByteText.encode(name);
        List<byte[]> values = parameters.stream().map(ByteText::encode).toList();
        int size = values.stream().mapToInt(value -> LENGTH + value.length).sum();
        begin('B', 1 + statement.length + 1 + 3 * Short.BYTES + size);
        out.writeByte(0);
        string(statement);
        out.writeShort(0);
        out.writeShort(values.size());
        for (byte[] value : values) {
            out.writeInt(value.length);
            out.write(value);
        }
        out.writeShort(0);
        return this;
    }

    /** Describe: asks for the columns of the prepared statement (S) or the portal (P) without a name. */
    ExtendedMessages describe(char kind) throws IOException {
        begin('D', 2);
        out.writeByte(kind);
        out.writeByte(0);
        return this;
    }

    /** Execute: runs the portal without a name and asks for all its rows. */
    ExtendedMessages execute() throws IOException {
        begin('E', 1 + LENGTH);
        out.writeByte(0);
        out.writeInt(0);
        return this;
    }

    /** Close: removes a prepared statement. */
    ExtendedMessages close(String name) throws IOException {
        byte[] statement = ByteText.encode(name);
        begin('C', 1 + statement.length + 1);
        out.writeByte('S');
        string(statement);
        return this;
    }

    /** Sync, sent at once with everything before it. */
    void sync() throws IOException {
        point();
        out.flush();
    }

    /** Sync, not sent yet: a synchronisation point in a pipeline. */
    ExtendedMessages point() throws IOException {
        begin('S', 0);
        return this;
    }

    /** Flush: asks the server to send the answers that it has. */
    void flushRequest() throws IOException {
        begin('H', 0);
    }

    private void begin(char type, int size) throws IOException {
        out.writeByte(type);
        out.writeInt(LENGTH + size);
    }

    private void string(byte[] text) throws IOException {
        out.write(text);
        out.writeByte(0);
    }
}
