package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a JDK and a Maven that only say how they were called, in a directory with a blank in its name. */
class LauncherTest {
    @TempDir
    Path temporary = Path.of("");

    private Path home = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        home = Files.createDirectory(temporary.resolve("a b"));
        Files.copy(Path.of("pgduo"), home.resolve("pgduo"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("target/lib"));
        Files.writeString(home.resolve("target/pgduo.jar"), "");
        jdk = temporary.resolve("jdk");
        jdk("17.0.1", "printf '<%s>\\n' \"$@\"");
        script(jdk.resolve("bin/javac"), "");
        maven("echo built");
    }

    private void jdk(String version, String body) throws IOException {
        script(jdk.resolve("bin/java"), body);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void maven(String body) throws IOException {
        script(temporary.resolve("tools/mvn"), "echo run >>'" + temporary + "/mvn.runs'\n" + body);
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int code, String text) {}

    private Result launch(Path launcher, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "LC_ALL", "C"));
        builder.environment().merge("PATH", temporary.resolve("tools") + ":", (path, tools) -> tools + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private long builds() throws IOException {
        return Files.readAllLines(temporary.resolve("mvn.runs")).size();
    }

    @Test
    void buildsOnceAndPassesEveryWord() throws Exception {
        Result first = launch(home.resolve("pgduo"), "play", "a  b", "");
        assertThat(first.text()).contains("pgduo: building").endsWith("<dev.pgduo.Application>\n<play>\n<a  b>\n<>\n");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("pgduo"));
        assertThat(launch(link, "x").text()).doesNotContain("building").endsWith("<x>\n");
        assertThat(builds()).isOne();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch(home.resolve("pgduo"));
        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5000));
        launch(home.resolve("pgduo"));
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void keepsTheBuildBeforeWhenOneFails() throws Exception {
        launch(home.resolve("pgduo"));
        maven("echo '[ERROR] no such thing'; exit 1");
        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5000));
        Result failed = launch(home.resolve("pgduo"));
        assertThat(failed.code()).isOne();
        assertThat(failed.text()).contains("[ERROR] no such thing", "ERROR:  could not build pgduo", "build.log");
        assertThat(home.resolve("target/app/pgduo.jar")).exists();
        assertThat(home.resolve("target/pgduo.lock")).doesNotExist();
    }

    @Test
    void clearsALockThatNobodyHolds() throws Exception {
        Path lock = Files.createDirectories(home.resolve("target/pgduo.lock"));
        Files.writeString(lock.resolve("pid"), "99999999\n");
        assertThat(launch(home.resolve("pgduo"), "x").text()).endsWith("<x>\n");
    }

    @Test
    void refusesAnOldJavaInOneLine() throws Exception {
        jdk("1.8.0_402", "exit 1");
        Result old = launch(home.resolve("pgduo"));
        assertThat(old.code()).isOne();
        assertThat(old.text()).startsWith("ERROR:  pgduo needs Java 17 or newer, JAVA_HOME is Java 8 (");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        jdk("25", "exit 7");
        assertThat(launch(home.resolve("pgduo")).code()).isEqualTo(7);
    }
}
