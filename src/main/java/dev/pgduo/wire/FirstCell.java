package dev.pgduo.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first cell of the last row of an answer, or its error. One thread at a time. */
public final class FirstCell implements ResponseHandler {
    private String value = "";
    private @Nullable ServerMessage error;

    /** The cell's text; empty for NULL, and when no row came. */
    public String value() {
        return value;
    }

    /** The server's error, or null. */
    public @Nullable ServerMessage error() {
        return error;
    }

    @Override
    public void fields(List<Field> fields) {}

    @Override
    public void row(byte[] @Nullable [] values) {
        byte[] first = values[0];
        value = first == null ? "" : new String(first, StandardCharsets.UTF_8);
    }

    @Override
    public void complete(String tag) {}

    @Override
    public void error(ServerMessage message) {
        error = message;
    }

    @Override
    public void notice(ServerMessage notice) {}
}
