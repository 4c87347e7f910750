package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerChoiceTest {
    @TempDir
    private Path machine = Path.of("");

    @Test
    void takesTheNewestOrTheOneAskedFor() throws IOException {
        install("9.6.24");
        install("15.9");
        install("15.18");
        assertThat(choice().choose(Optional.of("15")).version()).hasToString("15.18");
        assertThat(choice().choose(Optional.of("15.9")).version()).hasToString("15.9");
        assertThat(choice().choose(Optional.of("9.6")).version()).hasToString("9.6.24");
        assertThat(choice().available().get(0).version()).hasToString("15.18");
        assertThat(choice().choose(Optional.of(machine + "/15.9")).bin()).isEqualTo(machine.resolve("15.9/bin"));
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> choice().choose(Optional.of("14")))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains(
                                        "could not find PostgreSQL 14", "Found: none", machine + "/*/bin", "PGDUO_PG"));
        assertThatThrownBy(() -> choice().choose(Optional.of("/nowhere"))).hasMessageContaining("/nowhere");
    }

    private ServerChoice choice() {
        return new ServerChoice(List.of(InstalledServers.in(List.of(), List.of(machine + "/*/bin"))));
    }

    private void install(String version) throws IOException {
        Path bin = Files.createDirectories(machine.resolve(version + "/bin"));
        for (String program : List.of("postgres", "initdb", "pg_ctl")) {
            Path file = Files.writeString(
                    bin.resolve(program), "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
