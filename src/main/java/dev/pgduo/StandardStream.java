package dev.pgduo;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A standard stream that remembers why it could not be written to, as the writers above it do not report that. */
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

    /** Whether something was lost, which is told there; a reader that went away wants nothing more, and is not told of. */
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
