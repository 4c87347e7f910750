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
 * A line for a shell that reads or writes the session's data, as {@code system} and {@code popen} of the C library run it.
 *
 * @param shell the words before the line, such as {@code /bin/sh -c}
 * @param command the line as typed
 * @param directory where it runs
 * @param environment all of its variables
 * @param listener who is told, line by line, what goes neither to nor comes from the session; when empty, the line shares
 *     pgduo's own standard streams
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

    /** A line for {@code /bin/sh} that shares pgduo's own standard streams. */
    public ShellLine(String command, Path directory, Map<String, String> environment) {
        this(List.of("/bin/sh", "-c"), command, directory, environment, Optional.empty());
    }

    /** A line for {@code bash} under these rights, whose listener is told on another thread. */
    public static ShellLine heard(
            RunAs rights, String command, Path directory, Map<String, String> environment, Consumer<String> listener) {
        List<String> shell = new ArrayList<>(rights.prefix());
        shell.addAll(List.of("bash", "-c"));
        return new ShellLine(shell, command, directory, environment, Optional.of(listener));
    }

    /** A line for {@code bash} under these rights that shares pgduo's own standard streams. */
    public static ShellLine foreground(RunAs rights, String command, Path directory, Map<String, String> environment) {
        List<String> shell = new ArrayList<>(rights.prefix());
        shell.addAll(List.of("bash", "-c"));
        return new ShellLine(shell, command, directory, environment, Optional.empty());
    }

    /** Runs it to its end on pgduo's own terminal, with this file as its input; the exit code. */
    public int run(Path input) throws IOException {
        return ended(builder().inheritIO().redirectInput(input.toFile()).start());
    }

    /** Runs it to its end, on pgduo's own standard streams; the exit code, 128 and more for a signal. */
    public int run() throws IOException {
        return ended(builder().inheritIO().start());
    }

    /** Its output, to be read; closing waits for its end and fails when it did not end well. */
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

    /** Its input, to be written; closing waits for its end and fails when it did not end well. */
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
     * The input of a command that may end without reading it. What fits into a pipe is written before a shell has as much as
     * begun, when C does it; it is no error that here the command was quicker.
     */
    private static final class Input extends FilterOutputStream {
        /** Bytes that a pipe takes before anybody reads them (pipe(7)). */
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

    /** Tells what a command prints, on a thread of its own. */
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

        /** Waits until all that the ended command printed has been told. */
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
