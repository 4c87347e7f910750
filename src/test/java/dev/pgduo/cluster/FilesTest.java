package dev.pgduo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.backup.BackupProgress;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.SocketDirectory;
import dev.pgduo.cluster.init.ScramVerifier;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.server.PostmasterFile;
import dev.pgduo.cluster.server.ProcessTitle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void readsPostmasterFile() {
        PostmasterFile file = PostmasterFile.parse(
                        List.of("4711", "/d", "1700000000", "5433", "/s", "127.0.0.1", "  1 2", "standby "))
                .orElseThrow();
        assertThat(file.process().pid()).isEqualTo(4711);
        assertThat(file.port()).contains(new Port(5433));
        assertThat(file.status()).isEqualTo("standby");
        assertThat(PostmasterFile.parse(List.of("4711", "/d")).orElseThrow().port())
                .isEmpty();
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("x"))).isEmpty();
    }

    /** Of several lines the last one counts, and the others are somebody's. */
    @Test
    void setsTheLineThatCounts() {
        String text = "# primary_conninfo\nprimary_conninfo = 'a'\nport = 1\nPRIMARY_CONNINFO='b'\n";
        assertThat(SettingsFile.set(text, "primary_conninfo", "it's"))
                .isEqualTo("# primary_conninfo\nprimary_conninfo = 'a'\nport = 1\nPRIMARY_CONNINFO='it''s'\n");
        assertThat(SettingsFile.set("", "port", "2")).isEqualTo("port = '2'\n");
        assertThat(SettingsFile.quote("a\\b")).isEqualTo("'a\\\\b'");
    }

    @Test
    void readsProgress() {
        assertThat(BackupProgress.parse("22985/22986 kB (99%), 0/1 tablespace"))
                .contains(new BackupProgress(22985, 22986));
        assertThat(BackupProgress.parse("waiting for checkpoint")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres: a: walsender postgres 127.0.0.1(1) streaming 0/3, walsender",
        "postgres: checkpointer, checkpointer",
        "postgres: wal receiver process   streaming, walreceiver",
        "postgres: b: startup recovering 000, startup",
        "postgres: a: writer process, background writer",
        "postgres: a: bgworker: logical replication launcher, logical replication launcher",
        "postgres: a: postgres postgres [local] idle, client backend"
    })
    void readsTitles(String title, String role) {
        assertThat(ProcessTitle.role(title)).isEqualTo(role);
    }

    @Test
    void keepsASocketPathShort() throws Exception {
        assertThat(new NodeLayout(directory).socketDirectory()).isEqualTo(directory.resolve("socket"));
        Path deep = Files.createDirectories(directory.resolve("d".repeat(100)));
        Path socket = new NodeLayout(deep).socketDirectory();
        assertThat(socket.toString()).startsWith("/tmp/pgduo-");
        assertThat(new NodeLayout(deep).socketDirectory()).isEqualTo(socket);
        Files.delete(socket);
    }

    @Test
    void makesTheVerifierOfTheStandard() {
        // RFC 7677's example: user "user", password "pencil".
        byte[] salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
        assertThat(ScramVerifier.of("pencil", salt))
                .startsWith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$")
                .endsWith(":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
        assertThat(ScramVerifier.md5("pencil", "user")).hasSize(35).startsWith("md5");
    }

    @Test
    void cachesWhereTheUserSays() {
        assertThat(CacheDirectory.own(Map.of("XDG_CACHE_HOME", "/c"))).isEqualTo(Path.of("/c/pgduo"));
        assertThat(CacheDirectory.own(Map.of("XDG_CACHE_HOME", "relative"))).endsWithRaw(Path.of(".cache/pgduo"));
    }

    /** A directory in a public place may have been put there by somebody else. */
    @Test
    void doesNotTakeSomebodyElsesDirectoryForTheCache() throws Exception {
        RunAs served = new RunAs.Setpriv("nobody");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(directory.resolve("pgduo-nobody"), elsewhere);
        assertThatThrownBy(() -> CacheDirectory.open(link, "initdb", served))
                .hasMessageContaining("is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> CacheDirectory.open(open, "initdb", served)).hasMessageContaining("mode 0777");
        assertThatThrownBy(() -> CacheDirectory.open(open, "initdb", new RunAs.Direct()))
                .hasMessageContaining("can be written by everybody");
        assertThat(open).isEmptyDirectory();
    }

    /** The record lies in the node's directory, where its server can write. */
    @Test
    void doesNotTakeAnyDirectoryForANodesSockets() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("d".repeat(100)));
        Path elsewhere = Files.createDirectory(directory.resolve("pgduo-elsewhere"));
        Files.writeString(deep.resolve("socket-directory"), elsewhere + "\n");
        assertThat(new SocketDirectory(deep).recorded()).isEmpty();
        Path own = new SocketDirectory(deep).path();
        assertThat(own).isNotEqualTo(elsewhere);
        assertThat(new SocketDirectory(deep).recorded()).contains(own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(new SocketDirectory(deep).recorded()).isEmpty();
        Files.delete(own);
    }
}
