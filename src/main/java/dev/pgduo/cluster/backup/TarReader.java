package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the ustar archive of a base backup in pieces of any length, as they are received. Not thread-safe.
 *
 * <p>The server writes plain headers of 100 characters of name, a slash after the name of a directory, and also after that of a symbolic
 * link, and sizes of 8 GB and more in base 256.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">ustar interchange format</a>
 */
final class TarReader {
    private static final int BLOCK = 512;

    private final Target target;
    private final ByteBuffer header = ByteBuffer.allocate(BLOCK);
    private long content;
    private int padding;
    private boolean inFile;

    /** Receives the members of the archive. */
    interface Target {
        void directory(String name, int mode) throws IOException;

        void symbolicLink(String name, String destination) throws IOException;

        /** A file begins. */
        void file(String name, int mode, long size) throws IOException;

        /** A piece of the file; valid during the call only. */
        void content(ByteBuffer piece) throws IOException;

        /** The file is complete. */
        void fileEnd() throws IOException;
    }

    TarReader(Target target) {
        this.target = target;
    }

    /** Reads the next piece of the archive. */
    void accept(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            if (content > 0) {
                content(piece);
            } else if (padding > 0) {
                int skipped = Math.min(padding, piece.remaining());
                piece.position(piece.position() + skipped);
                padding -= skipped;
            } else {
                header(piece);
            }
        }
    }

    /** @throws IOException when the archive ended within a member */
    void end() throws IOException {
        if (inFile || header.position() > 0) {
            throw new IOException("the archive of the base backup is incomplete");
        }
    }

    private void content(ByteBuffer piece) throws IOException {
        int length = (int) Math.min(content, piece.remaining());
        target.content(piece.slice(piece.position(), length));
        piece.position(piece.position() + length);
        content -= length;
        if (content == 0) {
            endFile();
        }
    }

    private void endFile() throws IOException {
        inFile = false;
        target.fileEnd();
    }

    private void header(ByteBuffer piece) throws IOException {
        int length = Math.min(header.remaining(), piece.remaining());
        header.put(piece.slice(piece.position(), length));
        piece.position(piece.position() + length);
        if (!header.hasRemaining()) {
            member();
            header.clear();
        }
    }

    private void member() throws IOException {
        String name = text(0, 100);
        if (name.isEmpty()) {
            return;
        }
        int mode = (int) number(100, 8);
        switch (header.get(156)) {
            case '5' -> target.directory(name, mode);
            case '2' -> target.symbolicLink(name, text(157, 100));
            case '0', 0 -> beginFile(name, mode);
            default -> throw new IOException("member \"" + name + "\" of the base backup has an unknown type");
        }
    }

    private void beginFile(String name, int mode) throws IOException {
        long size = number(124, 12);
        if (size < 0) {
            throw new IOException("file \"" + name + "\" of the base backup has no size");
        }
        content = size;
        padding = (int) (-size & (BLOCK - 1));
        inFile = true;
        target.file(name, mode, size);
        if (size == 0) {
            endFile();
        }
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && header.get(end) != 0) {
            end++;
        }
        return new String(header.array(), offset, end - offset, StandardCharsets.UTF_8);
    }

    /** Reads a number: octal digits, or a binary number marked by the highest bit of its first byte. */
    private long number(int offset, int length) {
        boolean binary = header.get(offset) < 0;
        long value = binary ? header.get(offset) & 0x7f : 0;
        for (int i = offset + (binary ? 1 : 0); i < offset + length; i++) {
            byte b = header.get(i);
            if (binary) {
                value = (value << 8) | (b & 0xff);
            } else if (b >= '0' && b <= '7') {
                value = (value << 3) | (b - '0');
            }
        }
        return value;
    }
}
