package dev.pgduo;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A standard stream that keeps the error of a failed write, because the writers above it do not report it. */
final class StandardStream extends OutputStream {
    private final FileOutputStream stream;
    private volatile @Nullable IOException failure;

    StandardStream(FileDescriptor descriptor) {
        this.stream = new FileOutputStream(descriptor);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Returns whether output was lost, which is reported to this writer; a reader that closed the stream is no error. */
    boolean failed(PrintWriter err) {
        IOException reason = failure;
        if (reason == null) {
            return false;
        }
        String words = FailureReason.of(reason);
        if (!words.equals("Broken pipe")) {
            ErrorReport.error("could not write to the standard output: " + words)
                    .lines()
                    .forEach(err::println);
            err.flush();
        }
        return true;
    }
}
