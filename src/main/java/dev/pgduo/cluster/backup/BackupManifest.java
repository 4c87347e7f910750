package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A backup_manifest (13 and later), as the server writes it: one line for each file.
 *
 * @see <a href="https://www.postgresql.org/docs/current/backup-manifest-format.html">backup manifest format</a>
 */
public final class BackupManifest {
    private static final String FILE_NAME = "backup_manifest";
    private static final String OWN = "\"Manifest-Checksum\": \"";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** WAL is not in the manifest, and neither is the manifest. */
    private static final Pattern NOT_LISTED = Pattern.compile("pg_wal/.*|backup_manifest|tablespace_map");

    private BackupManifest() {}

    /**
     * A file as it was written.
     *
     * @param size bytes
     * @param checksum CRC-32C
     */
    public record Content(long size, int checksum) {
        private static Content of(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            return new Content(bytes.length, (int) checksum.getValue());
        }
    }

    /**
     * Enters the new size and checksum of a file that was changed on purpose after the backup was taken; does nothing without a manifest.
     *
     * @param name the file's path in the manifest, without encoding
     */
    static void amend(Path directory, String name) throws IOException {
        Path manifest = directory.resolve(FILE_NAME);
        if (!Files.exists(manifest)) {
            return;
        }
        Content content = Content.of(directory.resolve(name));
        String time =
                STAMP.format(Files.getLastModifiedTime(directory.resolve(name)).toInstant());
        String text = Files.readString(manifest);
        int own = text.indexOf(OWN);
        if (own < 0) {
            throw new IOException("the manifest has no checksum of its own");
        }
        String head = text.substring(0, own)
                .replaceAll(
                        "(\\{ \"Path\": \"" + Pattern.quote(name) + "\", )[^}]*?(\\s*\\})",
                        "$1\"Size\": " + content.size() + ", \"Last-Modified\": \"" + time
                                + "\", \"Checksum-Algorithm\": \"CRC32C\", \"Checksum\": \"" + hex(content.checksum())
                                + "\"$2");
        Files.writeString(
                manifest,
                head + OWN
                        + HexFormat.of()
                                .formatHex(ManifestChecksum.digest("SHA-256")
                                        .digest(head.getBytes(StandardCharsets.UTF_8)))
                        + "\"}\n");
    }

    /**
     * Compares what was written with this manifest, and the manifest with its own checksum.
     *
     * @throws IOException with the first difference
     */
    public static void verify(Path manifest, Map<String, Content> written) throws IOException {
        Map<String, Manifest.Entry> listed = Manifest.read(manifest).files();
        for (Manifest.Entry entry : listed.values()) {
            check(entry, written);
        }
        for (String name : written.keySet()) {
            if (!listed.containsKey(name) && !NOT_LISTED.matcher(name).matches()) {
                throw new IOException("\"" + name + "\" is in the base backup but not in the manifest");
            }
        }
    }

    private static void check(Manifest.Entry entry, Map<String, Content> written) throws IOException {
        String name = entry.path();
        Content file = written.get(name);
        if (file == null) {
            throw new IOException("\"" + name + "\" is in the manifest but not in the base backup");
        }
        if (file.size() != entry.size()) {
            throw new IOException("\"" + name + "\" has size " + file.size() + " in the base backup but size "
                    + entry.size() + " in the manifest");
        }
        if (entry.algorithm() == ManifestChecksum.CRC32C && !matches(file.checksum(), entry.checksum())) {
            throw new IOException("checksum mismatch for file \"" + name + "\"");
        }
    }

    private static String hex(int checksum) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(checksum));
    }

    /** Compares a CRC-32C with the manifest's, which the server writes in its machine's byte order. */
    private static boolean matches(int checksum, String hex) {
        return hex(checksum).equals(hex) || HexFormat.of().toHexDigits(checksum).equals(hex);
    }
}
