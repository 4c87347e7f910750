package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a backup_manifest (13 and later).
 *
 * @param version 1, or 2 from 17 on
 * @param systemIdentifier of the cluster; empty in version 1
 * @param files by their paths in the data directory, in the manifest's order
 * @param ranges the ranges of WAL that the backup needs
 * @see <a href="https://www.postgresql.org/docs/current/backup-manifest-format.html">backup manifest format</a>
 */
public record Manifest(int version, Optional<Long> systemIdentifier, Map<String, Entry> files, List<Range> ranges) {
    /**
     * One file.
     *
     * @param size bytes
     * @param checksum in hexadecimal digits, empty for none
     */
    public record Entry(String path, long size, ManifestChecksum algorithm, String checksum) {
        /** The checksum's bytes. */
        public byte[] sum() {
            return HexFormat.of().parseHex(checksum);
        }
    }

    /** A range of WAL on one timeline. */
    public record Range(long timeline, Lsn start, Lsn end) {}

    /**
     * Reads a manifest, and compares it with its own checksum.
     *
     * @throws ManifestException when it is not a manifest, or was changed
     */
    public static Manifest read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ManifestReader reader = new ManifestReader();
        JsonText.read(new String(bytes, StandardCharsets.UTF_8), reader);
        Manifest manifest = reader.manifest();
        requireChecksum(bytes, reader.checksum());
        return manifest;
    }

    private static void requireChecksum(byte[] bytes, Optional<String> said) throws ManifestException {
        int lines = 0;
        int last = -1;
        int before = -1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines++;
                before = last;
                last = i;
            }
        }
        if (lines < 2) {
            throw ManifestException.unparsed("expected at least 2 lines");
        }
        if (last != bytes.length - 1) {
            throw ManifestException.unparsed("last line not newline-terminated");
        }
        String checksum = said.orElseThrow(() -> ManifestException.unparsed("manifest has no checksum"));
        if (!checksum.matches("[0-9a-fA-F]{64}")) {
            throw new ManifestException("invalid manifest checksum: \"" + checksum + "\"");
        }
        byte[] own = ManifestChecksum.digest("SHA-256").digest(Arrays.copyOf(bytes, before + 1));
        if (!Arrays.equals(own, HexFormat.of().parseHex(checksum))) {
            throw new ManifestException("manifest checksum mismatch");
        }
    }
}
