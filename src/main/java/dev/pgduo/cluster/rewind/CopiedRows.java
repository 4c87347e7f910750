package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.rewind.RewindSource.Piece;
import dev.pgduo.cluster.rewind.RewindSource.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads pieces of files from an answer in COPY's binary format, whose rows have a piece's number and its bytes. */
final class CopiedRows extends ServerSource.Answer {
    /** Signature, flags and the length of an empty extension, before the first row. */
    private static final int HEADER = 19;

    private static final int NULL = -1;
    private static final int END = -1;

    private final List<Piece> pieces;
    private final Sink sink;
    private boolean begun;

    CopiedRows(List<Piece> pieces, Sink sink) {
        this.pieces = pieces;
        this.sink = sink;
    }

    @Override
    public void copyData(byte[] bytes, int offset, int length) {
        ByteBuffer row = ByteBuffer.wrap(bytes, offset, length);
        if (!begun) {
            begun = true;
            row.position(row.position() + HEADER);
        }
        if (!row.hasRemaining() || row.getShort() == END) {
            return;
        }
        row.getInt();
        Piece piece = pieces.get(row.getInt());
        int size = row.getInt();
        try {
            if (size == NULL) {
                sink.gone(piece);
            } else {
                sink.bytes(piece, row.limit(row.position() + size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
