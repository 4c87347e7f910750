package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        assertThatThrownBy(() -> choice().choose(Optional.of("/no/pgduo/servers/11.22.1-linux-amd64/bin")))
                .isInstanceOfSatisfying(
                        LabException.class, e -> assertThat(e.report().hint()).contains("\"pg fetch 11.22\""));
    }

    @Test
    void anInstalledMajorGoesBeforeADownload() throws IOException {
        install("15.18");
        assertThat(chosen("")).isEqualTo("15.18");
        assertThat(chosen("15")).isEqualTo("15.18");
        assertThat(chosen("15.19")).isEqualTo("15.19 download");
        assertThat(chosen("18")).isEqualTo("18.6 download");
        assertThat(chosen("latest")).isEqualTo("18.6 download");
        assertThat(chosen("installed")).isEqualTo("15.18");
        assertThat(chosen("Downloaded")).isEqualTo("18.6 download");
        assertThat(chosen("15", Map.of("PGDUO_PG_SOURCE", "downloaded"))).isEqualTo("15.19 download");
        assertThat(chosen("", Map.of("PGDUO_PG", "9.6"))).isEqualTo("9.6.24 download");
        install("19.1");
        assertThat(chosen("latest")).isEqualTo("19.1");
    }

    @Test
    void leavesOutWhatDoesNotRun() throws IOException {
        install("15.18");
        install("9.4.1");
        Files.writeString(machine.resolve("9.4.1/bin/postgres"), "#!/bin/sh\nexit 127\n");
        install("9.2.1");
        assertThat(choice().available()).hasSize(1);
    }

    @Test
    void downloadsWhereNoneIsInstalled() {
        assertThat(chosen("")).isEqualTo("18.6 download");
        assertThatThrownBy(() -> chosen("", Map.of("PGDUO_PG_SOURCE", "installed")))
                .hasMessageContaining("could not find PostgreSQL");
    }

    @Test
    void rejectsWhatIsNoServer() {
        assertThatThrownBy(() -> chosen("newest")).hasMessageContaining("invalid server: \"newest\"");
        assertThatThrownBy(() -> chosen("9.4")).hasMessageContaining("before 9.6");
        assertThatThrownBy(() -> chosen("15", Map.of("PGDUO_PG_SOURCE", "here")))
                .hasMessageContaining("invalid value for variable PGDUO_PG_SOURCE");
    }

    private String chosen(String wanted) {
        return chosen(wanted, Map.of());
    }

    private String chosen(String wanted, Map<String, String> environment) {
        ServerChoice choice = new ServerChoice(
                List.of(InstalledServers.in(List.of(), List.of(machine + "/*/bin")), new Downloads()), environment);
        ServerBinaries server = choice.choose(Optional.of(wanted).filter(text -> !text.isEmpty()));
        return server.version() + (server.bin().startsWith(machine) ? "" : " download");
    }

    /** A source that has three majors. */
    private static final class Downloads implements BinariesSource {
        @Override
        public String name() {
            return "downloaded";
        }

        @Override
        public List<ServerBinaries> available() {
            return List.of();
        }

        @Override
        public List<ServerVersion> versions() {
            return Stream.of("18.6", "15.19", "9.6.24")
                    .map(ServerVersion::parse)
                    .toList();
        }

        @Override
        public Optional<ServerBinaries> get(ServerVersion version) {
            return Optional.of(new BinDirectory(Path.of("/downloads"), version));
        }

        @Override
        public List<String> searched() {
            return List.of("downloads");
        }
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
