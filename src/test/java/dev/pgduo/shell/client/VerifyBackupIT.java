package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.fixture.Servers;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** pg_verifybackup's stand-in beside the real one, and on backups of every major that has manifests. */
class VerifyBackupIT {
    private static final int FIRST = 13;

    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return Servers.sample().stream()
                .filter(version -> version.major() >= FIRST)
                .toList();
    }

    @Test
    void saysWhatTheRealOneSays() throws Exception {
        assumeThat(Servers.hasFifteen("pg_verifybackup")).isTrue();
        try (TestCluster cluster = new TestCluster(Servers.fifteen(), directory.resolve("data")).init()) {
            cluster.start();
            for (String algorithm : List.of("NONE", "CRC32C", "SHA224", "SHA256", "SHA384", "SHA512")) {
                FileTree.delete(backup());
                real(cluster, algorithm);
                same("BACKUP");
            }
            FileTree.delete(backup());
            real(cluster, "CRC32C");
        }
        for (String words : List.of(
                "-q BACKUP",
                "-s BACKUP",
                "-n BACKUP",
                "",
                "a b",
                "BACKUP/none",
                "-m nope BACKUP",
                "-w nope BACKUP",
                "-w BACKUP/base BACKUP",
                "-K",
                "--nope",
                "-i base BACKUP/",
                "--help",
                "-n -m BACKUP/backup_manifest /none")) {
            same(words);
        }
        spoil();
        for (String words : List.of(
                "BACKUP",
                "-q BACKUP",
                "-i base -i extra -i exd BACKUP",
                "-i base/1 -i extra -i exd/ -i PG_VERSION BACKUP",
                "-i base/1 -s -n BACKUP",
                "-i /abs BACKUP")) {
            same(words);
        }
        FileTree.empty(backup().resolve("pg_wal"));
        same("-i base/1 -i extra -i exd -i PG_VERSION BACKUP");
        assertThat(ProgramPair.own(call("-e BACKUP")).err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"x\": 1}",
                "hello",
                "[]",
                "{ \"PostgreSQL-Backup-Manifest-Version\": 3 }",
                "{ \"PostgreSQL-Backup-Manifest-Version\": [] }",
                "{V, \"Files\": [], \"Manifest-Checksum\": \"abc\"}",
                "{V,\n\"Files\": [{\"Path\": \"a\"}],\n\"Manifest-Checksum\": \"abc\"}\n",
                "{V,\n\"Files\": [{\"Size\": 1}],\n\"Manifest-Checksum\": \"abc\"}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Encoded-Path\": \"61\", \"Size\": 1}],\n\"Manifest-Checksum\": \"a\"}\n",
                "{V,\n\"Files\": [{\"Encoded-Path\": \"6z\", \"Size\": 1}],\n\"Manifest-Checksum\": \"a\"}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Size\": \"x\"}],\n\"Manifest-Checksum\": \"a\"}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Size\": 1, \"Checksum\": \"aa\"}],\n\"Manifest-Checksum\": \"a\"}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Size\": 1, \"Checksum\": \"aa\", \"Checksum-Algorithm\": \"F\"}]}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Size\": 1, \"Checksum\": \"zz\", \"Checksum-Algorithm\": \"sha256\"}]}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Size\": 1},{\"Path\": \"a\", \"Size\": 1}]}\n",
                "{V,\n\"Files\": [{\"Path\": \"a\", \"Foo\": 1}]}\n",
                "{V,\n\"Files\": [{\"Path\": {}}]}\n",
                "{V,\n\"Files\": [{\"Path\": []}]}\n",
                "{V,\n\"Files\": [\"a\"]}\n",
                "{V,\n\"Files\": [], \"Foo\": 1}\n",
                "{V,\n\"Files\": [],\n\"WAL-Ranges\": [{\"Timeline\": 1, \"Start-LSN\": \"0/x\", \"End-LSN\": \"0/1\"}]}\n",
                "{V,\n\"Files\": [],\n\"WAL-Ranges\": [{\"Timeline\": \"q\", \"Start-LSN\": \"0/1\", \"End-LSN\": \"0/1\"}]}\n",
                "{V,\n\"Files\": [],\n\"WAL-Ranges\": [{\"Timeline\": 1}]}\n",
                "{V,\n\"Files\": [],\n\"WAL-Ranges\": [{\"Time\": 1}]}\n",
                "{V,\n\"Files\": []}\n",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"abc\"}\n",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"abc\"}\nx",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"abc\"}\n\n",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"abc\"}  ",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"abc\", \"Files\": []}\n",
                "{V,\n\"Files\": [],\n\"Manifest-Checksum\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}\n"
            })
    void refusesWhatTheRealOneRefuses(String manifest) throws Exception {
        assumeThat(Servers.hasFifteen("pg_verifybackup")).isTrue();
        Path file = directory.resolve("manifest");
        Files.writeString(file, manifest.replace("V", "\"PostgreSQL-Backup-Manifest-Version\": 1"));
        Files.createDirectories(backup());
        same("-n -m " + file + " BACKUP");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void verifiesBackupsOfEveryMajor(ServerVersion version) throws Exception {
        try (TestCluster cluster = new TestCluster(Servers.of(version), directory.resolve("data")).init()) {
            cluster.start().sql("create table made as select generate_series(1, 1000) as n");
            assertThat(ProgramPair.own(List.of(
                                    "pg_basebackup",
                                    "-h",
                                    "127.0.0.1",
                                    "-p",
                                    Integer.toString(cluster.port()),
                                    "-U",
                                    "postgres",
                                    "-D",
                                    backup().toString()))
                            .code())
                    .isZero();
        }
        assertThat(ProgramPair.own(call("BACKUP")))
                .isEqualTo(new ProgramPair.Ended(0, "backup successfully verified\n", ""));
        Path manifest = backup().resolve("backup_manifest");
        assertThat(Files.readString(manifest))
                .contains("\"PostgreSQL-Backup-Manifest-Version\": " + (version.major() < 17 ? 1 : 2));
        Files.write(backup().resolve("base/1/1259"), new byte[] {1}, StandardOpenOption.APPEND);
        assertThat(ProgramPair.own(call("BACKUP")).err()).contains("\"base/1/1259\" has size ");
    }

    private void real(TestCluster cluster, String algorithm) {
        OsCommand.of(
                        Servers.program("pg_basebackup").toString(),
                        "-h",
                        "127.0.0.1",
                        "-U",
                        "postgres",
                        "-p",
                        Integer.toString(cluster.port()),
                        "-c",
                        "fast",
                        "-D",
                        backup().toString(),
                        "--manifest-checksums=" + algorithm)
                .run()
                .orThrow("take a base backup");
    }

    private void spoil() throws Exception {
        Path backup = backup();
        Files.createFile(backup.resolve("extra"));
        Files.createFile(backup.resolve("base/1/77777"));
        Files.createDirectories(backup.resolve("exd/b"));
        Files.createFile(backup.resolve("exd/b/c"));
        Files.createSymbolicLink(backup.resolve("exd/dangling"), Path.of("/nowhere"));
        Files.writeString(backup.resolve("base/1/113"), "x", StandardOpenOption.APPEND);
        Files.delete(backup.resolve("base/1/112"));
        Files.delete(backup.resolve("PG_VERSION"));
        byte[] bytes = Files.readAllBytes(backup.resolve("base/1/1247"));
        bytes[900]++;
        Files.write(backup.resolve("base/1/1247"), bytes);
        OsCommand.of("mkfifo", backup.resolve("pipe").toString()).run();
    }

    private Path backup() {
        return directory.resolve("backup");
    }

    /** What is missing, and what is in the files, the real one tells in an order of its own. */
    private void same(String words) {
        ProgramPair.Ended real = ProgramPair.real(Servers.fifteen().bin(), call(words));
        ProgramPair.Ended own = ProgramPair.own(call(words));
        assertThat(own.code()).as(words).isEqualTo(real.code());
        assertThat(own.out()).as(words).isEqualTo(real.out());
        assertThat(own.err().lines().sorted())
                .as(words)
                .containsExactlyElementsOf(real.err().lines().sorted().toList());
    }

    private List<String> call(String words) {
        List<String> call = new ArrayList<>(List.of("pg_verifybackup"));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            call.add(word.replace("BACKUP", backup().toString()));
        }
        return call;
    }
}
