package dev.pgduo.session.query;

import dev.pgduo.table.PrintOptions;
import dev.pgduo.wire.CopyIn;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for the next query only.
 *
 * @param target file or, after a bar, shell line for its rows; null for where all results go
 * @param print the options, null for the session's
 * @param use what the last result is for
 * @param input data for COPY FROM STDIN, null for what follows in the script
 * @param output takes COPY TO STDOUT, null for the target
 */
public record Request(
        @Nullable String target,
        @Nullable PrintOptions print,
        ResultUse use,
        @Nullable Feed input,
        @Nullable OutputStream output) {
    /** Nothing special. */
    public static final Request PLAIN = new Request(null, null, ResultUse.PRINT, null, null);

    /** Data for the server. */
    @FunctionalInterface
    public interface Feed {
        /** Sends all of it; the caller ends the copy. */
        void send(CopyIn copy, boolean binary) throws IOException;
    }

    public static Request printed(@Nullable String target, @Nullable PrintOptions print) {
        return new Request(target, print, ResultUse.PRINT, null, null);
    }

    public static Request of(ResultUse use) {
        return new Request(null, null, use, null, null);
    }
}
