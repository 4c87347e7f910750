package dev.pgduo.cluster.backup;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The checksum algorithms of a backup manifest. */
public enum ManifestChecksum {
    NONE,
    CRC32C,
    SHA224,
    SHA256,
    SHA384,
    SHA512;

    /** Computes the checksum of a file from its bytes. For one thread. */
    public interface Sum {
        void add(ByteBuffer bytes);

        /** The checksum of all bytes, in the manifest's form. */
        byte[] end();
    }

    static Optional<ManifestChecksum> find(String name) {
        return Stream.of(values())
                .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Begins a checksum. */
    public Sum begin() {
        return switch (this) {
            case NONE -> throw new IllegalStateException("no checksum");
            case CRC32C -> new Crc();
            default -> new Digest(digest("SHA-" + name().substring("SHA".length())));
        };
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Digest(MessageDigest digest) implements Sum {
        @Override
        public void add(ByteBuffer bytes) {
            digest.update(bytes);
        }

        @Override
        public byte[] end() {
            return digest.digest();
        }
    }

    /** CRC-32C, which the server writes in its machine's byte order. */
    private static final class Crc implements Sum {
        private final CRC32C crc = new CRC32C();

        @Override
        public void add(ByteBuffer bytes) {
            crc.update(bytes);
        }

        @Override
        public byte[] end() {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
            return bytes.putInt((int) crc.getValue()).array();
        }
    }
}
