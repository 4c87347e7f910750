package dev.pgduo.cluster.process;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens files with certain rights. When these differ from this process's own, a child process with these rights opens the file,
 * and the bytes are sent through a pipe.
 *
 * @param rights the rights
 */
public record FilesAs(RunAs rights) {
    /** A shell line that prints one newline when the file is open; otherwise the shell prints an error and ends. */
    private static final String READ = "exec <\"$1\" && echo && exec cat";

    private static final String WRITE = "exec 3>\"$1\" && echo && exec cat >&3";

    /**
     * Opens a file for reading.
     *
     * @throws FileSystemException with the operating system's message when it cannot be opened
     */
    public InputStream read(Path file) throws IOException {
        return rights.prefix().isEmpty() ? Files.newInputStream(file) : new Source(opened(READ, file), file);
    }

    /**
     * Creates or truncates a file for writing; closing it waits until everything is written.
     *
     * @throws FileSystemException with the operating system's message when it cannot be opened
     */
    public OutputStream write(Path file) throws IOException {
        return rights.prefix().isEmpty() ? Files.newOutputStream(file) : new Target(opened(WRITE, file), file);
    }

    private Process opened(String line, Path file) throws IOException {
        List<String> words = new ArrayList<>(rights.prefix());
        words.addAll(List.of("bash", "-c", line, "bash", file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (process.getInputStream().read() != '\n') {
            process.getOutputStream().close();
            throw failure(process, file);
        }
        return process;
    }

    /** The exception for a child that has ended, with the text after the last colon of its message. */
    private static FileSystemException failure(Process process, Path file) throws IOException {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String reason = said.substring(said.lastIndexOf(": ") + 1).strip();
        return new FileSystemException(file.toString(), null, reason.isEmpty() ? "Input/output error" : reason);
    }

    private static boolean endedWell(Process process) throws IOException {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The bytes that the child reads from the file. */
    private static final class Source extends FilterInputStream {
        private final Process process;
        private final Path file;

        Source(Process process, Path file) {
            super(process.getInputStream());
            this.process = process;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return told(in.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return told(in.read(target, offset, length));
        }

        /** Checks at the end of the stream whether the child has failed: then it is not the end of the file. */
        private int told(int answer) throws IOException {
            if (answer < 0 && !endedWell(process)) {
                throw failure(process, file);
            }
            return answer;
        }

        /** Closes the stream; the rest of the file need not be read. */
        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            in.close();
            process.destroy();
        }
    }

    /** The bytes that the child writes into the file. */
    private static final class Target extends FilterOutputStream {
        private final Process process;
        private final Path file;
        private boolean closed;

        Target(Process process, Path file) {
            super(process.getOutputStream());
            this.process = process;
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw because(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw because(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.close();
            } catch (IOException e) {
                throw because(e);
            }
            if (!endedWell(process)) {
                throw failure(process, file);
            }
        }

        /** The exception for a failed write: a closed pipe means that the child has ended with an error message. */
        private IOException because(IOException failure) throws IOException {
            return endedWell(process) ? failure : failure(process, file);
        }
    }
}
