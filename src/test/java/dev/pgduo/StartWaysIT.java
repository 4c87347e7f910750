package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which root and others start pgduo, each a process of its own that plays a whole lab. */
class StartWaysIT {
    private static final String LAB =
            Path.of("lab-scripts/quickstart.lab").toAbsolutePath().toString();

    @TempDir
    Path directory;

    private Path noUnshare;

    @BeforeEach
    void onlyRoot() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can become somebody else");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        noUnshare = Files.createDirectory(directory.resolve("no-unshare"));
        Path program = Files.writeString(
                noUnshare.resolve("unshare"),
                "#!/bin/sh\necho 'unshare: unshare failed: No space left on device' >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void inAUserNamespace() throws Exception {
        assertPlays(List.of());
    }

    @Test
    void asAnotherUserWhereUserNamespacesAreDenied() throws Exception {
        assertPlays(List.of("env", "PATH=" + noUnshare + ":" + System.getenv("PATH")));
    }

    @Test
    void inAUserNamespaceWithoutTheRightToBecomeAnotherUser() throws Exception {
        assertPlays(withoutSetuid());
    }

    @Test
    void saysWhyThereIsNoWay() throws Exception {
        List<String> words = new ArrayList<>(List.of("env", "PATH=" + noUnshare + ":" + System.getenv("PATH")));
        words.addAll(withoutSetuid());
        Ran ran = run(words, "verify", LAB);
        assertThat(ran.text())
                .contains(
                        "ERROR:  could not find a user to run PostgreSQL as",
                        "unshare -U: ",
                        "setpriv --reuid=",
                        "HINT:  ");
        assertThat(ran.code()).isNotZero();
    }

    @Test
    void withAnyUmask() throws Exception {
        assertPlays(List.of("sh", "-c", "umask 077; exec \"$0\" \"$@\""));
        assertPlays(List.of("sh", "-c", "umask 000; exec \"$0\" \"$@\""));
    }

    @Test
    void inOtherLocales() throws Exception {
        assertPlays(List.of("env", "LC_ALL=C"));
        assertPlays(List.of("env", "LC_ALL=ru_RU.UTF-8", "LANG=ru_RU.UTF-8"));
    }

    @Test
    void inADirectoryWithAnOddName() throws Exception {
        Path odd = Files.createDirectory(directory.resolve("мои \"labs\" $1"));
        assertPlays(List.of("env", "LC_ALL=C.UTF-8", "TMPDIR=" + odd, "XDG_CACHE_HOME=" + odd));
        assertThat(odd.resolve("pgduo")).isDirectory();
    }

    @Test
    void withoutACache() throws Exception {
        assertPlays(List.of("env", "XDG_CACHE_HOME=/proc/self"));
    }

    @Test
    void asAProcessThatDoesNotReapItsChildren() throws Exception {
        Ran ran = run(
                List.of("unshare", "-pf", "--mount-proc"),
                "--dir",
                directory.resolve("lab").toString(),
                "-c",
                "up",
                "-c",
                "crash a kill",
                "-c",
                "start a",
                "-c",
                "crash b immediate",
                "-c",
                "start b",
                "-c",
                "catchup",
                "-c",
                "destroy --yes");
        assertThat(ran.text()).doesNotContain("ERROR").endsWith("removed " + directory.resolve("lab") + "\n");
    }

    @Test
    void withoutAnyProgramOfPostgres() throws Exception {
        assertStandIns(List.of());
    }

    @Test
    void withoutAnyProgramOfPostgresAsAnotherUser() throws Exception {
        assertStandIns(List.of("setpriv", "--no-new-privs"));
    }

    /** @param way what to start pgduo by; with words in it, user namespaces are denied too */
    private void assertStandIns(List<String> way) throws Exception {
        Path bare = PgduoProcess.programsWithoutPostgres(directory);
        Path lab = directory.resolve("lab");
        String path = way.isEmpty() ? bare.toString() : noUnshare + ":" + bare;
        List<String> words = new ArrayList<>(List.of("env", "PATH=" + path, "PGDUO_PG_SOURCE=downloaded"));
        words.addAll(way);
        Ran ran = run(
                words,
                "--dir",
                lab.toString(),
                "-c",
                "up",
                "-c",
                "sh a",
                "-c",
                "pg_isready -h 127.0.0.1 | sed 's/:[0-9]*//'",
                "-c",
                "psql -Atc 'select 6 * 7' | cat -A",
                "-c",
                "pg_controldata | grep state",
                "-c",
                "pg_basebackup -D $HOME/copy -vP -l x 2>&1 | tail -1; grep LABEL $HOME/copy/backup_label",
                "-c",
                "pg_basebackup -Ft -D - 2>&1 | cat",
                "-c",
                "pg_dump 2>&1 | cat");
        Ran end = run(words, "--dir", lab.toString(), "-c", "destroy --yes");
        assertThat(ran.text())
                .contains(
                        "\n127.0.0.1 - accepting connections\n",
                        "\n42$\n",
                        "\nDatabase cluster state:               in production\n",
                        "\npg_basebackup: base backup completed\nLABEL: x\n",
                        "\npg_basebackup: error: pgduo's own pg_basebackup has no option -F t\n",
                        "\npg_dump: hint: It is in PostgreSQL's client programs")
                .doesNotContain("ERROR");
        assertThat(end.text()).startsWith("removed ");
    }

    @Test
    void aLabBelowAClosedHomeIsFoundAgain() throws Exception {
        Path home = Files.createDirectory(
                directory.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> denied = List.of("env", "PATH=" + noUnshare + ":" + System.getenv("PATH"));
        String lab = home.resolve("lab").toString();
        assertThat(run(denied, "--dir", lab, "-c", "up").text())
                .contains("setpriv")
                .doesNotContain("ERROR");
        assertThat(run(denied, "--dir", lab, "-c", "status", "-c", "destroy --yes")
                        .text())
                .contains("running primary", "running standby", "removed ");
        assertThat(home).isEmptyDirectory();
    }

    private static List<String> withoutSetuid() {
        return List.of("setpriv", "--bounding-set", "-setuid,-setgid", "--inh-caps", "-setuid,-setgid");
    }

    private void assertPlays(List<String> way) throws Exception {
        Ran ran = run(way, "verify", LAB);
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }

    private Ran run(List<String> way, String... arguments) throws Exception {
        return new PgduoProcess(directory.resolve("state")).run(way, arguments);
    }
}
