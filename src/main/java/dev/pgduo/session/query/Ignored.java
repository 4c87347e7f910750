package dev.pgduo.session.query;

import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handler that ignores the answer. */
final class Ignored implements ResponseHandler {
    @Override
    public void fields(List<Field> fields) {}

    @Override
    public void row(byte[] @Nullable [] values) {}

    @Override
    public void complete(String tag) {}

    @Override
    public void error(ServerMessage error) {}

    @Override
    public void notice(ServerMessage notice) {}
}
