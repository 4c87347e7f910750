package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** The source of a rewind, whose standby the target becomes: a running server, or the data directory of one that was shut down. */
public sealed interface RewindSource permits DirectorySource, ServerSource {
    /** Receives pieces of files. */
    interface Sink {
        /** Bytes of a piece, from its beginning on: all that remain in the buffer, which is valid during the call only. */
        void bytes(Piece piece, ByteBuffer bytes) throws IOException;

        /** The file does not exist any more. */
        void gone(Piece piece) throws IOException;

        /** Called before a server is asked for a number of pieces at once. */
        default void asking(int pieces) {}
    }

    /**
     * A part of a file.
     *
     * @param begin the offset of its first byte in the file
     * @param length the greatest number of bytes
     * @param whole whether the target's file is truncated before the piece is written
     */
    record Piece(String path, long begin, int length, boolean whole) {}

    /** Whether the source is a running server. */
    boolean running();

    /** Whether several threads may fetch at a time. */
    boolean sideBySide();

    /**
     * Reads a whole file.
     *
     * @throws IOException also when it does not exist
     */
    byte[] read(String path) throws IOException;

    /** Lists all entries of the data directory and its tablespaces, in no order. */
    void list(Consumer<ClusterFile> files) throws IOException;

    /** Fetches the pieces in their order. */
    void fetch(List<Piece> pieces, Sink sink) throws IOException;

    /** The server's WAL insert position ({@code pg_current_wal_insert_lsn}). */
    Lsn insertPosition() throws IOException;
}
