package dev.pgduo.cluster.process;

import dev.pgduo.report.CommandFailed;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A shell line that is run as by {@code system} and {@code popen} of the C library.
 *
 * @param shell the words before the line, such as {@code /bin/sh -c}
 * @param command the line as it was typed
 * @param directory its working directory
 * @param environment all of its variables
 * @param listener receives, line by line, output that is not read by the session; when empty, the line uses pgduo's own
 * standard streams
 */
public record ShellLine(
        List<String> shell,
        String command,
        Path directory,
        Map<String, String> environment,
        Optional<Consumer<String>> listener) {
    public ShellLine {
        shell = List.copyOf(shell);
        environment = Map.copyOf(environment);
    }

    /** A line for {@code /bin/sh} on pgduo's own standard streams. */
    public ShellLine(String command, Path directory, Map<String, String> environment) {
        this(List.of("/bin/sh", "-c"), command, directory, environment, Optional.empty());
    }

    /** A line for {@code bash} with these rights; the listener is called on another thread. */
    public static ShellLine heard(
            RunAs rights, String command, Path directory, Map<String, String> environment, Consumer<String> listener) {
        List<String> shell = new ArrayList<>(rights.prefix());
        shell.addAll(List.of("bash", "-c"));
        return new ShellLine(shell, command, directory, environment, Optional.of(listener));
    }

    /** A line for {@code bash} with these rights on pgduo's own standard streams. */
    public static ShellLine foreground(RunAs rights, String command, Path directory, Map<String, String> environment) {
        List<String> shell = new ArrayList<>(rights.prefix());
        shell.addAll(List.of("bash", "-c"));
        return new ShellLine(shell, command, directory, environment, Optional.empty());
    }

    /** Runs the line on pgduo's own terminal, with this file as its input; returns the exit code. */
    public int run(Path input) throws IOException {
        return ended(builder().inheritIO().redirectInput(input.toFile()).start());
    }

    /** Runs the line on pgduo's own standard streams; returns the exit code, which is 128 or more for a signal. */
    public int run() throws IOException {
        return ended(builder().inheritIO().start());
    }

    /** Its output as a stream; closing it waits for the command, and throws when that failed. */
    public InputStream output() throws IOException {
        ProcessBuilder builder = builder();
        if (listener.isEmpty()) {
            builder.redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        Process process = builder.start();
        if (listener.isPresent()) {
            process.getOutputStream().close();
        }
        Optional<Hearing> hearing = listener.map(told -> new Hearing(process.getErrorStream(), told));
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
                check(process, hearing);
            }
        };
    }

    /** Its standard input as a stream; closing it waits for the command, and throws when that failed. */
    public OutputStream input() throws IOException {
        ProcessBuilder builder = builder();
        if (listener.isPresent()) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        Process process = builder.start();
        return new Input(process, listener.map(told -> new Hearing(process.getInputStream(), told)));
    }

    /**
     * The input of a command that may end without reading it. With C's popen, data that fit into a pipe are written before the
     * command starts; so it is no error when the command has ended first here.
     */
    private static final class Input extends FilterOutputStream {
        /** The number of bytes that a pipe can hold (pipe(7)). */
        private static final long PIPE = 1 << 16;

        private final Process process;
        private final Optional<Hearing> hearing;
        private long written;

        Input(Process process, Optional<Hearing> hearing) {
            super(process.getOutputStream());
            this.process = process;
            this.hearing = hearing;
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
                check(process, hearing);
            }
        }

        private void forgive(IOException failure) throws IOException {
            if (written > PIPE) {
                throw failure;
            }
        }
    }

    /** Passes a command's output on, on a thread of its own. */
    private static final class Hearing {
        private final WatchedStream stream;
        private final Thread thread;

        Hearing(InputStream from, Consumer<String> listener) {
            stream = new WatchedStream(from);
            thread = new Thread(() -> tell(stream, listener), "shell-line");
            thread.setDaemon(true);
            thread.start();
        }

        private static void tell(InputStream from, Consumer<String> listener) {
            try (LineStream lines = new LineStream(listener)) {
                from.transferTo(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until all output of the ended command has been passed on. */
        void end() throws IOException {
            try {
                stream.await(thread);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private ProcessBuilder builder() {
        List<String> words = new ArrayList<>(shell);
        words.add(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static void check(Process process, Optional<Hearing> hearing) throws IOException {
        int code = ended(process);
        if (hearing.isPresent()) {
            hearing.get().end();
        }
        if (code != 0) {
            throw new CommandFailed(code);
        }
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
