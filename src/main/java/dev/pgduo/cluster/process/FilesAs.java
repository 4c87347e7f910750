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
 * Files as a process with certain rights can use them. Where these are not this process's own, a child that has them opens the
 * file, and the bytes go through a pipe.
 *
 * @param rights whose they are
 */
public record FilesAs(RunAs rights) {
    /** One newline says that the file is open; a shell that cannot open it says why and ends. */
    private static final String READ = "exec <\"$1\" && echo && exec cat";

    private static final String WRITE = "exec 3>\"$1\" && echo && exec cat >&3";

    /**
     * The file, to be read.
     *
     * @throws FileSystemException with the operating system's words when it cannot be opened
     */
    public InputStream read(Path file) throws IOException {
        return rights.prefix().isEmpty() ? Files.newInputStream(file) : new Source(opened(READ, file), file);
    }

    /**
     * The file, emptied or made, to be written; closing it waits until all is written.
     *
     * @throws FileSystemException with the operating system's words when it cannot be opened
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

    /** Why the child has ended, in the words behind the last colon of what it said. */
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

    /** What a child reads. */
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

        /** The end of what the child could read is not always the end of the file. */
        private int told(int answer) throws IOException {
            if (answer < 0 && !endedWell(process)) {
                throw failure(process, file);
            }
            return answer;
        }

        /** The rest of the file need not be read. */
        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            in.close();
            process.destroy();
        }
    }

    /** What a child writes. */
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

        /** A pipe that nobody reads any more means that the child had to give up, and said why. */
        private IOException because(IOException failure) throws IOException {
            return endedWell(process) ? failure : failure(process, file);
        }
    }
}
