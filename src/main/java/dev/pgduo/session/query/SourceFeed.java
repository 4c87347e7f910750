package dev.pgduo.session.query;

import dev.pgduo.wire.CopyIn;
import java.io.IOException;

/** COPY data from a file or a program. */
public record SourceFeed(Source source) implements Request.Feed {
    private static final int PIECE = 1 << 16;

    @Override
    public void send(CopyIn copy, boolean binary) throws IOException {
        if (binary) {
            everything(source, copy);
        } else {
            lines(source, copy, () -> {});
        }
    }

    /** Sends all bytes up to the end. */
    static void everything(Source source, CopyIn copy) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = source.read(piece); length > 0; length = source.read(piece)) {
            copy.data(piece, 0, length);
        }
    }

    /** Sends lines up to the end or the end marker, which is sent, too. */
    static void lines(Source source, CopyIn copy, Runnable counter) throws IOException {
        for (byte[] line = source.line(); line != null; line = source.line()) {
            copy.data(line, 0, line.length);
            counter.run();
            if (isEnd(line)) {
                break;
            }
        }
    }

    private static boolean isEnd(byte[] line) {
        boolean windows = line.length == 4 && line[2] == '\r';
        return (line.length == 3 || windows) && line[0] == '\\' && line[1] == '.' && line[line.length - 1] == '\n';
    }
}
