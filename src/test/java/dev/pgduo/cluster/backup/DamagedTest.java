package dev.pgduo.cluster.backup;

import dev.pgduo.Damage;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a damaged base backup is read as. */
class DamagedTest {
    private static final Set<Class<? extends Exception>> ERROR = Set.of(IOException.class);
    private static final String MANIFEST = """
            { "PostgreSQL-Backup-Manifest-Version": 1,
            "Files": [
            { "Path": "backup_label", "Size": 225, "Last-Modified": "2026-01-02 03:04:05 GMT", \
            "Checksum-Algorithm": "CRC32C", "Checksum": "0a0b0c0d" },
            { "Encoded-Path": "7061ff", "Size": 0, "Last-Modified": "2026-01-02 03:04:05 GMT" }
            ],
            "WAL-Ranges": [
            { "Timeline": 1, "Start-LSN": "0/2000028", "End-LSN": "0/2000100" }
            ],
            """;

    @TempDir
    Path directory;

    private static String signed(String text) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return text + "\"Manifest-Checksum\": \"" + HexFormat.of().formatHex(sum) + "\"}\n";
    }

    /** Whoever damages a manifest may have set its checksum right again. */
    @Test
    void manifests() throws Exception {
        Path manifest = directory.resolve("backup_manifest");
        Files.writeString(directory.resolve("backup_label"), "START WAL LOCATION: 0/2000028\n");
        Map<String, BackupManifest.Content> written =
                Map.of("backup_label", new BackupManifest.Content(225, 0x0d0c0b0a));
        Damage.ask(List.of(MANIFEST, MANIFEST.substring(50)), ERROR, text -> {
            Files.write(manifest, signed(text + "\n").getBytes(StandardCharsets.UTF_8));
            BackupManifest.verify(manifest, written);
        });
        Damage.ask(List.of(signed(MANIFEST)), ERROR, text -> {
            Files.write(manifest, text.getBytes(StandardCharsets.ISO_8859_1));
            BackupManifest.verify(manifest, written);
        });
        Damage.ask(List.of(signed(MANIFEST)), ERROR, text -> {
            Files.write(manifest, text.getBytes(StandardCharsets.UTF_8));
            BackupManifest.amend(directory, "backup_label");
        });
    }

    @Test
    void archives() {
        String archive =
                member("backup_label", '0', "0000017") + "LABEL: x".repeat(64) + member("pg_wal/", '5', "0000000");
        Damage.ask(List.of(archive, archive.substring(0, 600)), ERROR, text -> {
            TarReader reader = new TarReader(new Nowhere());
            reader.accept(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
            reader.end();
        });
    }

    private static String member(String name, char type, String size) {
        StringBuilder header = new StringBuilder("\0".repeat(512));
        header.replace(0, name.length(), name)
                .replace(100, 107, "0000600")
                .replace(124, 124 + size.length(), size)
                .replace(156, 157, String.valueOf(type));
        return header.toString();
    }

    @Test
    void optionsOfPgBasebackup() {
        Damage.ask(
                List.of(
                        "-D /x -RPv -h localhost -p 5432 -U postgres --slot=s -T /a=/b -X stream -l label --wal-m=f -F p"),
                Set.of(Getopt.Unreadable.class, LabException.class),
                text -> {
                    Getopt.Words words = BackupWords.OPTIONS.read(Damage.words(text));
                    BackupWords.missing(words);
                    BackupWords.options(words);
                });
    }

    /** Takes members without a trace, as long as there is no more of a file than was said. */
    private static final class Nowhere implements TarReader.Target {
        private long left;

        @Override
        public void directory(String name, int mode) {
            // It is not made.
        }

        @Override
        public void symbolicLink(String name, String destination) {
            // It is not made.
        }

        @Override
        public void file(String name, int mode, long size) {
            if (size < 0) {
                throw new IllegalStateException("a file of " + size + " bytes");
            }
            left = size;
        }

        @Override
        public void content(ByteBuffer piece) {
            left -= piece.remaining();
        }

        @Override
        public void fileEnd() {
            if (left != 0) {
                throw new IllegalStateException("a file ends " + left + " bytes before its end");
            }
        }
    }
}
