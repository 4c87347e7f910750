package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern FILE =
            Pattern.compile("\\{ \"(Encoded-)?Path\": \"((?:[^\"\\\\]++|\\\\.)*+)\", \"Size\": (\\d+),"
                    + ".*?(?:\"Checksum-Algorithm\": \"(\\w+)\", \"Checksum\": \"(\\w+)\")? *\\},?");
    private static final Pattern CHECKSUM = Pattern.compile("\"Manifest-Checksum\": \"(\\w+)\"\\}\\s*");
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
     * Takes over a file of the backup that was changed on purpose after it was taken; nothing happens without a manifest.
     *
     * @param name in the manifest, plain
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
                head + OWN + HexFormat.of().formatHex(sha256(head.getBytes(StandardCharsets.UTF_8))) + "\"}\n");
    }

    /**
     * Compares what was written with this manifest, and the manifest with its own checksum.
     *
     * @throws IOException that names the first difference
     */
    public static void verify(Path manifest, Map<String, Content> written) throws IOException {
        List<String> lines = Files.readAllLines(manifest);
        ownChecksum(lines);
        Set<String> listed = new HashSet<>();
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                listed.add(checked(file, written));
            }
        }
        for (String name : written.keySet()) {
            if (!listed.contains(name) && !NOT_LISTED.matcher(name).matches()) {
                throw new IOException("\"" + name + "\" is in the base backup but not in the manifest");
            }
        }
    }

    private static String checked(Matcher line, Map<String, Content> written) throws IOException {
        String name = line.group(1) == null
                ? line.group(2).replaceAll("\\\\(.)", "$1")
                : new String(bytes(line.group(2)), StandardCharsets.UTF_8);
        Content file = written.get(name);
        if (file == null) {
            throw new IOException("\"" + name + "\" is in the manifest but not in the base backup");
        }
        if (!Long.toString(file.size()).equals(line.group(3))) {
            throw new IOException("\"" + name + "\" has size " + file.size() + " in the base backup but size "
                    + line.group(3) + " in the manifest");
        }
        if ("CRC32C".equals(line.group(4)) && !matches(file.checksum(), line.group(5))) {
            throw new IOException("checksum mismatch for file \"" + name + "\"");
        }
        return name;
    }

    private static byte[] bytes(String encodedPath) throws IOException {
        try {
            return HexFormat.of().parseHex(encodedPath);
        } catch (IllegalArgumentException e) {
            throw new IOException("could not decode file name \"" + encodedPath + "\" of the manifest", e);
        }
    }

    private static String hex(int checksum) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(checksum));
    }

    /** The server writes the number in the order of bytes of its machine. */
    private static boolean matches(int checksum, String hex) {
        return hex(checksum).equals(hex) || HexFormat.of().toHexDigits(checksum).equals(hex);
    }

    private static void ownChecksum(List<String> lines) throws IOException {
        String head = lines.stream()
                .limit(Math.max(lines.size() - 1, 0))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        Matcher last = CHECKSUM.matcher(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        if (!last.matches()
                || !HexFormat.of()
                        .formatHex(sha256(head.getBytes(StandardCharsets.UTF_8)))
                        .equals(last.group(1))) {
            throw new IOException("manifest checksum mismatch");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
