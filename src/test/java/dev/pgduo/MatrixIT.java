package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program's own labs, and a transcript as it was published, on a machine that has no PostgreSQL: the drift report. The reference
 * lab is played on every major, what is built on it on the oldest, the newest and one between; {@code ./pgduo verify --pg 9.6,10-18
 * lab-scripts} has all.
 */
class MatrixIT {
    private static final Path LABS = Path.of("lab-scripts").toAbsolutePath();
    private static final List<String> EVERYWHERE = List.of("switchover.lab", "switchover.ru.lab", "quickstart.lab");

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void admit() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theReferenceLabDoesNotFailOnAnyMajor() throws Exception {
        List<String> files = new ArrayList<>(
                EVERYWHERE.stream().map(lab -> LABS.resolve(lab).toString()).toList());
        files.add(Path.of("src/test/resources/dev/pgduo/transcript/seed.lab")
                .toAbsolutePath()
                .toString());
        assertPlays("9.6,10-18", 10, files);
    }

    @Test
    void noOtherLabFailsOnOldOrNewMajors() throws Exception {
        try (Stream<Path> files = Files.list(LABS)) {
            assertPlays(
                    "9.6,13,18",
                    3,
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".lab")
                                    && !EVERYWHERE.contains(file.getFileName().toString()))
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    private void assertPlays(String majors, int count, List<String> files) throws Exception {
        Path bare = PgduoProcess.programsWithoutPostgres(directory);
        List<String> words = new ArrayList<>(List.of("verify", "--pg", majors));
        words.addAll(files);
        Ran ran = new PgduoProcess(directory.resolve("state"))
                .run(List.of("env", "PATH=" + bare, "PGDUO_PG_SOURCE=downloaded"), words.toArray(String[]::new));
        assertThat(ran.text()).contains("\n" + files.size() + " labs on " + count + " servers: ");
        assertThat(ran.text()).contains(" | pass ").doesNotContainPattern("\\b(drift|fail)\\b");
        assertThat(ran.code()).isZero();
    }
}
