package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever runs pgduo is told, once and beside the output, of what has the name of pgduo's own files and is somebody else's. */
class ForeignFilesIT {
    private static final String HINT = "HINT:  Another user may have put it there for pgduo to trust."
            + " Find out whose it is, and have it removed.\n";

    private static final String SOMEBODY = "belongs to user-ID 65534, not to 0";

    /** Not in memory, where a test mounts another file system. */
    private Path directory;

    private Path errors;
    private Path own;

    @BeforeEach
    void labs() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "junit-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        errors = directory.resolve("errors");
        own = directory.toRealPath().resolve("pgduo-" + OwnFiles.user());
        for (String name : List.of("x", "y")) {
            Files.writeString(directory.resolve(name + ".lab"), "postgres> initdb\n\npostgres> echo " + name + "\n");
        }
    }

    @AfterEach
    void remove() {
        FileTree.remove(directory);
    }

    private static void writable(Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Runs it after these lines of a shell; the answer is its standard output. */
    private String run(List<String> way, String before, String... words) throws Exception {
        List<String> shell = Stream.concat(
                        way.stream(), Stream.of("sh", "-c", before + "exec \"$0\" \"$@\" 2>'" + errors + "'"))
                .toList();
        return new PgduoProcess(directory.resolve("state")).run(shell, words).text();
    }

    private String verified(List<String> way, String before) throws Exception {
        return run(
                way,
                before,
                "verify",
                directory.resolve("x.lab").toString(),
                directory.resolve("y.lab").toString());
    }

    private static String warning(Path path, String why) {
        return "WARNING:  \"" + path + "\" " + why + "; it is left alone\n" + HINT;
    }

    @Test
    void aLabAndACacheThatOthersCanWriteAreNamedOnce() throws Exception {
        writable(own.resolve("lab-1"));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(own.resolve("lab-2"), directory);
        writable(directory.resolve("cache/pgduo"));
        String text = verified(
                List.of(), "export TMPDIR='" + directory + "' XDG_CACHE_HOME='" + directory.resolve("cache") + "'; ");
        assertThat(text).contains("x.lab: ", "y.lab: ").doesNotContain("WARNING");
        assertThat(errors)
                .content()
                .contains(
                        warning(own.resolve("lab-1"), "can be written by others (mode 0777)"),
                        warning(own.resolve("lab-2"), "is a symbolic link"),
                        warning(directory.resolve("cache/pgduo"), "can be written by everybody"));
        assertThat(Files.readString(errors).split("WARNING", -1)).hasSize(4);
        assertThat(own.resolve("lab-1")).isDirectory();
        assertThat(own.resolve("lab-2")).isSymbolicLink();
    }

    /** Root has its own shared directories here, which nobody else sees, and its servers run as another user. */
    @Test
    void whatASecondUserPlantsInSharedDirectoriesIsNamedOnce() throws Exception {
        Assumptions.assumeTrue(OwnFiles.user() == 0, "only root can be a second user");
        List<String> way = List.of("unshare", "-m");
        String mounted = "mount -t tmpfs none /dev/shm && mount -t tmpfs none /var/tmp || exit 3\n";
        Assumptions.assumeTrue(succeeds(way, mounted), "this machine lets nobody mount");
        List<Path> plants = List.of(Path.of("/dev/shm/pgduo-0"), Path.of("/var/tmp/pgduo-nobody"));
        String before = mounted
                + """
                setpriv --reuid=65534 --regid=65534 --clear-groups mkdir -m 777 PLANTS
                for tried in unshare setpriv; do
                  printf '#!/bin/sh\ncase "$*" in -U*|*postgres*) exit 1 ;; esac; exec /usr/bin/%s "$@"\n' $tried >HERE/$tried
                  chmod 755 HERE/$tried
                done
                unset TMPDIR
                export PATH="HERE:$PATH" JDK_JAVA_OPTIONS=-Djava.io.tmpdir=HERE
                """.replace("PLANTS", plants.get(0) + " " + plants.get(1)).replace("HERE", directory.toString());
        String text = verified(way, before);
        assertThat(text).contains("x.lab: ", "y.lab: ").doesNotContain("WARNING");
        assertThat(errors).content().contains(warning(plants.get(0), SOMEBODY), warning(plants.get(1), SOMEBODY));
        assertThat(Files.readString(errors).split("WARNING", -1)).hasSize(3);
        assertThat(own).isEmptyDirectory();
    }

    private static boolean succeeds(List<String> way, String script) throws Exception {
        List<String> words =
                Stream.concat(way.stream(), Stream.of("sh", "-c", script)).toList();
        return new ProcessBuilder(words).start().waitFor() == 0;
    }
}
