package dev.pgduo.cluster.process;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;

/**
 * A line for {@code /bin/sh} that shares pgduo's own standard streams, as {@code system} and {@code popen} of the C
 * library do.
 *
 * @param command the line as typed
 * @param directory where it runs
 * @param environment all of its variables
 */
public record ShellLine(String command, Path directory, Map<String, String> environment) {
    public ShellLine {
        environment = Map.copyOf(environment);
    }

    /** Runs it to its end; the exit code, 128 and more for a signal. */
    public int run() throws IOException {
        return ended(builder().inheritIO().start());
    }

    /** Its output, to be read; closing waits for its end and fails when it did not end well. */
    public InputStream output() throws IOException {
        Process process = builder()
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
                check(process);
            }
        };
    }

    /** Its input, to be written; closing waits for its end and fails when it did not end well. */
    public OutputStream input() throws IOException {
        Process process = builder()
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
        return new Input(process);
    }

    /**
     * The input of a command that may end without reading it. What fits into a pipe is written before a shell has as much as
     * begun, when C does it; it is no error that here the command was quicker.
     */
    private static final class Input extends FilterOutputStream {
        /** Bytes that a pipe takes before anybody reads them (pipe(7)). */
        private static final long PIPE = 1 << 16;

        private final Process process;
        private long written;

        Input(Process process) {
            super(process.getOutputStream());
            this.process = process;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written += length;
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                forgive(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                forgive(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException e) {
                forgive(e);
            } finally {
                check(process);
            }
        }

        private void forgive(IOException failure) throws IOException {
            if (written > PIPE) {
                throw failure;
            }
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static void check(Process process) throws IOException {
        int code = ended(process);
        if (code != 0) {
            throw new IOException(fate(code));
        }
    }

    /** PostgreSQL's words for an exit code ({@code wait_result_to_str}). */
    private static String fate(int code) {
        return switch (code) {
            case 126 -> "command not executable";
            case 127 -> "command not found";
            default ->
                code > 128
                        ? "child process was terminated by signal " + (code - 128)
                        : "child process exited with exit code " + code;
        };
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
