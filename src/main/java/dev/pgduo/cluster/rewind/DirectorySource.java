package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A source whose server is shut down: its data directory is read.
 *
 * @param data the directory
 */
public record DirectorySource(Path data) implements RewindSource {
    @Override
    public boolean running() {
        return false;
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path file = data.resolve(path);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("could not open file \"" + file + "\" for reading: No such file or directory", e);
        }
    }

    @Override
    public void list(Consumer<ClusterFile> files) throws IOException {
        new LocalFiles(data).list(files);
    }

    @Override
    public void fetch(List<Piece> pieces, Sink sink) throws IOException {
        fetch(pieces, sink, false);
    }

    /**
     * Fetches pieces in their order.
     *
     * @param vanishing whether a server runs on the directory, so that files may be removed meanwhile
     */
    void fetch(List<Piece> pieces, Sink sink, boolean vanishing) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Pieces.MOST);
        int next = 0;
        while (next < pieces.size()) {
            String path = pieces.get(next).path();
            int first = next;
            while (next < pieces.size() && pieces.get(next).path().equals(path)) {
                next++;
            }
            fetch(pieces.subList(first, next), buffer, sink, vanishing);
        }
    }

    private void fetch(List<Piece> ofFile, ByteBuffer buffer, Sink sink, boolean vanishing) throws IOException {
        Path path = data.resolve(ofFile.get(0).path());
        try (FileChannel file = FileChannel.open(path)) {
            for (Piece piece : ofFile) {
                fetch(piece, file, buffer, sink);
            }
        } catch (NoSuchFileException e) {
            if (!path.toString().equals(e.getFile()) || !vanishing) {
                throw new IOException(
                        "could not open source file \"" + e.getFile() + "\": No such file or directory", e);
            }
            for (Piece piece : ofFile) {
                sink.gone(piece);
            }
        }
    }

    private static void fetch(Piece piece, FileChannel file, ByteBuffer buffer, Sink sink) throws IOException {
        buffer.clear().limit(piece.length());
        int count;
        do {
            count = file.read(buffer, piece.begin() + buffer.position());
        } while (count > 0);
        sink.bytes(piece, buffer.flip());
    }

    /** Not supported: no server writes WAL here. */
    @Override
    public Lsn insertPosition() {
        throw new IllegalStateException("no server runs on " + data);
    }
}
