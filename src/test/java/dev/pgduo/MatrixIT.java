package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All labs and a transcript as it was published, on every major, on a machine that has no PostgreSQL: the drift report. */
class MatrixIT {
    private static final List<String> MAJORS = List.of("9.6", "10", "11", "12", "13", "14", "15", "16", "17", "18");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void noLabFailsOnAnyMajor() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path bare = PgduoProcess.programsWithoutPostgres(directory);
        List<String> words = new ArrayList<>(List.of("verify", "--pg", "9.6,10-18"));
        words.add(Path.of("src/test/resources/dev/pgduo/transcript/seed.lab")
                .toAbsolutePath()
                .toString());
        int labs = 1;
        try (Stream<Path> files = Files.list(Path.of("lab-scripts").toAbsolutePath())) {
            for (Path lab : files.sorted().toList()) {
                words.add(lab.toString());
                labs++;
            }
        }
        Ran ran = new PgduoProcess(directory.resolve("state"))
                .run(List.of("env", "PATH=" + bare, "PGDUO_PG_SOURCE=downloaded"), words.toArray(String[]::new));
        assertThat(ran.text()).contains("\n" + labs + " labs on " + MAJORS.size() + " servers: ");
        assertThat(ran.text().lines().filter(line -> line.contains(" | pass ")))
                .as(ran.text())
                .hasSize(MAJORS.size());
        assertThat(ran.text()).doesNotContainPattern("\\b(drift|fail)\\b");
        assertThat(ran.code()).isZero();
    }
}
