package dev.pgduo.session.query;

import dev.pgduo.session.connection.Field;
import dev.pgduo.session.connection.ResponseHandler;
import dev.pgduo.session.connection.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that nobody wants to see. */
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
