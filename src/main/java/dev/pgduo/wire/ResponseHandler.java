package dev.pgduo.wire;

import dev.pgduo.table.PackedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the server's answer to one simple query, message by message, on the thread that sent it. A handler that fails to print something
 * remembers that and receives the rest.
 */
public interface ResponseHandler {
    /** A result with rows begins. */
    void fields(List<Field> fields);

    /** One row; the array is the handler's to keep. */
    default void row(PackedRow row) {
        row(row.cells());
    }

    /** The cells of one row; the arrays are the handler's to keep. */
    void row(byte[] @Nullable [] values);

    /** A statement is done. */
    void complete(String tag);

    /** The query was empty. */
    default void empty() {}

    /** The query failed; no more of its answer follows. */
    void error(ServerMessage error);

    void notice(ServerMessage notice);

    default void notification(Notification notification) {}

    /** The server waits for data; the handler ends the copy before it returns. */
    default void copyIn(CopyIn copy, boolean binary) {
        copy.fail("COPY FROM STDIN is not possible here");
    }

    /** COPY TO STDOUT begins. */
    default void copyOut() {}

    /** One row of COPY TO STDOUT with its newline; the bytes are valid only inside the call. */
    default void copyData(byte[] bytes, int offset, int length) {}
}
