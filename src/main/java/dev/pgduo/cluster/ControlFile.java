package dev.pgduo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * The bytes of global/pg_control, as far as they are the same from 9.6 to 18: system identifier (0), state (16), and a CRC-32C of
 * all that is before it, wherever that is.
 */
final class ControlFile {
    private static final int STATE = 16;
    private static final int FIRST_CHECKSUM = 128;

    private final ByteBuffer bytes;

    private ControlFile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    static ControlFile read(Path file) {
        try {
            return new ControlFile(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ControlState state() {
        return ControlState.of(bytes.getInt(STATE));
    }

    long systemIdentifier() {
        return bytes.getLong(0);
    }

    /** Where the checksum is: the first place whose value is the CRC of everything before it; empty when there is none. */
    OptionalInt checksumOffset() {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, FIRST_CHECKSUM);
        for (int offset = FIRST_CHECKSUM; offset + 4 <= Math.min(bytes.limit(), 512); offset += 4) {
            if ((int) crc.getValue() == bytes.getInt(offset)) {
                return OptionalInt.of(offset);
            }
            crc.update(bytes.array(), offset, 4);
        }
        return OptionalInt.empty();
    }

    /** The file's bytes under another system identifier, with the checksum at this offset made anew. */
    byte[] withIdentifier(long identifier, int checksumOffset) {
        byte[] copy = bytes.array().clone();
        ByteBuffer changed = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        changed.putLong(0, identifier);
        CRC32C crc = new CRC32C();
        crc.update(copy, 0, checksumOffset);
        changed.putInt(checksumOffset, (int) crc.getValue());
        return copy;
    }
}
