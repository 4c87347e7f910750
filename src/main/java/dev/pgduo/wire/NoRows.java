package dev.pgduo.wire;

import dev.pgduo.table.PackedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handler that ignores the rows of answers, without parsing them. */
public interface NoRows extends ResponseHandler {
    @Override
    default void fields(List<Field> fields) {}

    @Override
    default void row(PackedRow row) {}

    @Override
    default void row(byte[] @Nullable [] values) {}
}
