package dev.pgduo.session.query;

import dev.pgduo.table.PrintOptions;
import dev.pgduo.wire.CopyIn;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Settings for the next query only.
 *
 * @param target a file, or a shell line after a bar, for its rows; null for the destination of all results
 * @param print the options, null for the session's
 * @param use the use of the last result
 * @param input the data for COPY FROM STDIN, null for the lines that follow in the script
 * @param output the destination of COPY TO STDOUT, null for the target
 */
public record Request(
        @Nullable String target,
        @Nullable PrintOptions print,
        ResultUse use,
        @Nullable Feed input,
        @Nullable OutputStream output) {
    /** No special settings. */
    public static final Request PLAIN = new Request(null, null, ResultUse.PRINT, null, null);

    /** COPY data for the server. */
    @FunctionalInterface
    public interface Feed {
        /** Sends all data; the caller ends the COPY. */
        void send(CopyIn copy, boolean binary) throws IOException;
    }

    public static Request printed(@Nullable String target, @Nullable PrintOptions print) {
        return new Request(target, print, ResultUse.PRINT, null, null);
    }

    public static Request of(ResultUse use) {
        return new Request(null, null, use, null, null);
    }
}
