package dev.pgduo.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes CopyData messages; remembers the first failure, so that it need not be checked for after each piece. */
final class CopyInWriter implements CopyIn {
    private final DataOutputStream out;
    private @Nullable IOException failure;

    CopyInWriter(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
        message('d', bytes, offset, length);
    }

    @Override
    public void done() {
        message('c', new byte[0], 0, 0);
        flush();
    }

    @Override
    public void fail(String reason) {
        byte[] text = (reason + '\0').getBytes(StandardCharsets.UTF_8);
        message('f', text, 0, text.length);
        flush();
    }

    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private void message(char type, byte[] bytes, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            out.writeByte(type);
            out.writeInt(length + 4);
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
        }
    }
}
