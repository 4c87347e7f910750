package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** The cluster that a rewound one is to follow: a running server, or the directory of one that was shut down. */
public sealed interface RewindSource permits DirectorySource, ServerSource {
    /** Where pieces of files go. */
    interface Sink {
        /** Bytes of a wanted piece, from its beginning on: all that remain in the buffer, which is not to be kept. */
        void bytes(Piece piece, ByteBuffer bytes) throws IOException;

        /** The file is not there any more. */
        void gone(Piece piece) throws IOException;

        /** A server is asked for so many pieces now. */
        default void asking(int pieces) {}
    }

    /**
     * A part of a file.
     *
     * @param begin its first byte's place in the file
     * @param length at most so many bytes
     * @param whole whether the file begins anew with this
     */
    record Piece(String path, long begin, int length, boolean whole) {}

    /** Whether a server runs on it. */
    boolean running();

    /** Whether several threads may fetch at a time. */
    boolean sideBySide();

    /** A whole file; it must be there. */
    byte[] read(String path) throws IOException;

    /** Tells of all that is in the data directory and its tablespaces, in no order. */
    void list(Consumer<ClusterFile> files) throws IOException;

    /** Fetches pieces in their order. */
    void fetch(List<Piece> pieces, Sink sink) throws IOException;

    /** The end of the log that the server has written into its memory. */
    Lsn insertPosition() throws IOException;
}
