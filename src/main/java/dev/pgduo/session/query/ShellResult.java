package dev.pgduo.session.query;

import dev.pgduo.report.CommandFailed;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The variables about the last shell command (psql 16: {@code SetShellResultVariables}). */
public final class ShellResult {
    private static final int SINCE = 16;

    private ShellResult() {}

    /** Sets them for an exit code. */
    public static void note(Psql psql, int code) {
        if (psql.major() >= SINCE) {
            psql.variables().set("SHELL_ERROR", Boolean.toString(code != 0));
            psql.variables().set("SHELL_EXIT_CODE", Integer.toString(code));
        }
    }

    /** Ends a command by closing its stream, and sets them. */
    public static void close(Closeable stream, Psql psql) throws IOException {
        try {
            stream.close();
            note(psql, 0);
        } catch (CommandFailed e) {
            note(psql, e.exitCode());
            throw e;
        }
    }

    /** A command's standard input that sets them when it is closed. */
    static OutputStream noted(OutputStream input, Psql psql) {
        return new FilterOutputStream(input) {
            private boolean closed;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    ShellResult.close(out, psql);
                }
            }
        };
    }
}
