package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a JDK and a Maven that only say how they were called, in a directory with a blank in its name. */
class LauncherTest {
    private static final String PRINTS = "printf '<%s>\\n' \"$@\"";

    /** Writes the archive, when it is asked for one. */
    private static final String TRAINS = inTraining("echo classes >\"${1#*=}\"; exit 0");

    /** What the launcher and mvnw use. */
    private static final List<String> WITHOUT_MAVEN = List.of(
            "basename",
            "cat",
            "chmod",
            "curl",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "id",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "script",
            "sed",
            "sh",
            "sha256sum",
            "shasum",
            "sleep",
            "tar",
            "timeout",
            "tr",
            "uname",
            "wget");

    @TempDir
    Path temporary = Path.of("");

    private Path home = Path.of("");
    private Path jdk = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        home = Files.createDirectory(temporary.resolve("a b"));
        Files.copy(Path.of("pgduo"), home.resolve("pgduo"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        jdk = temporary.resolve("jdk");
        cache = temporary.resolve("cache");
        jdk("17.0.1", PRINTS);
        script(jdk.resolve("bin/javac"), "");
        maven("echo built");
    }

    private void jdk(String version, String body) throws IOException {
        script(jdk.resolve("bin/java"), body);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    /** A java that does this when it is trained, and says how it was called. */
    private static String inTraining(String body) {
        return "case $1 in -XX:ArchiveClassesAtExit=*) echo run >>\"$0.trainings\"; " + body + " ;; esac\n" + PRINTS;
    }

    private void maven(String body) throws IOException {
        script(temporary.resolve("tools/mvn"), """
                echo run >>'%s/mvn.runs'
                for word; do
                    case $word in -Dlauncher.directory=*) to=${word#*=} ;; esac
                done
                mkdir -p "$to/lib" && : >"$to/pgduo.jar"
                %s""".formatted(temporary, body));
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int code, String text) {}

    private Result launch(Path launcher, String... args) throws IOException, InterruptedException {
        return launch(temporary.resolve("tools") + ":" + System.getenv("PATH"), launcher, args);
    }

    private Result launch(String path, Path launcher, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("JAVA_HOME", jdk.toString(), "LC_ALL", "C", "XDG_CACHE_HOME", cache.toString()));
        builder.environment()
                .putAll(Map.of(
                        "PATH", path, "MAVEN_USER_HOME", temporary.resolve("m2").toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("target"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private long trainings() throws IOException {
        return Files.readAllLines(jdk.resolve("bin/java.trainings")).size();
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

    @Test
    void saysEachPhaseAndWhatIsDownloaded() throws Exception {
        maven("""
                echo '[INFO] Downloading from mirror: https://mirror.example/maven/org/x/1/x-1.pom'
                echo '[INFO] Downloading from mirror: https://mirror.example/maven/org/x/1/x-1.jar'
                echo '[INFO] --- maven-compiler-plugin:3.14.1:compile (default-compile) @ pgduo ---'
                echo '[INFO] --- jar:3.4.2:jar (default-jar) @ pgduo ---'""");
        assertThat(launch(home.resolve("pgduo")).text())
                .containsSubsequence(
                        "pgduo: downloading Maven's plugins and pgduo's libraries from mirror (https://mirror.example)\n",
                        "pgduo: downloaded 2 files\n",
                        "pgduo: compiling\n",
                        "pgduo: packaging\n");
        assertThat(home.resolve("target/build.log")).content().contains("x-1.pom", "(default-jar)");
    }

    @Test
    void namesTheNetworkAndPgFetchWhenMavenCannotDownload() throws Exception {
        maven(
                "echo '[ERROR] Could not transfer artifact a:b:jar:1 from central: repo.example: Name or service not known'; exit 1");
        assertThat(launch(home.resolve("pgduo")).text())
                .contains("ERROR:  could not build pgduo: Maven could not download what it needs\n", "pg fetch");
    }

    @Test
    void trainsOnceForABuildAndStartsWithTheArchive() throws Exception {
        jdk("17.0.1", TRAINS);
        assertThat(launch(home.resolve("pgduo")).text()).contains("<-XX:SharedArchiveFile=" + home);
        assertThat(launch(home.resolve("pgduo")).text()).contains("<-XX:SharedArchiveFile=" + home);
        assertThat(trainings()).isOne();
        assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**/training");
    }

    @Test
    void aFailedTrainingSaysWhyAndIsTriedAgainTheNextDay() throws Exception {
        jdk("17.0.1", inTraining("echo 'no room'; exit 1"));
        assertThat(launch(home.resolve("pgduo"), "x").text())
                .contains("pgduo: could not prepare fast starts, going on without (why: ")
                .endsWith("<x>\n");
        Path note = file("classes.failed");
        assertThat(note).content().contains("exit code 1", "no room");
        assertThat(launch(home.resolve("pgduo"), "x").text()).doesNotContain("fast starts");
        assertThat(trainings()).isOne();
        Files.setLastModifiedTime(file("built"), FileTime.from(Instant.EPOCH.plus(Duration.ofDays(2))));
        for (String source : List.of("pom.xml", "src/main")) {
            Files.setLastModifiedTime(home.resolve(source), FileTime.from(Instant.EPOCH));
        }
        Files.setLastModifiedTime(note, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        jdk("17.0.1", TRAINS);
        assertThat(launch(home.resolve("pgduo")).text()).contains("<-XX:SharedArchiveFile=");
        assertThat(note).doesNotExist();
    }

    @Test
    void aTrainingThatHangsIsEndedAndTheStartGoesOn() throws Exception {
        Path launcher = home.resolve("pgduo");
        Files.writeString(launcher, Files.readString(launcher).replace("\npatience=30\n", "\npatience=1\n"));
        jdk("17.0.1", inTraining("sleep 300; exit 0"));
        assertThat(launch(launcher, "x").text()).endsWith("<x>\n");
        assertThat(file("classes.failed")).content().contains("exit code 124");
    }

    @Test
    void aKilledTrainingLeavesNothing() throws Exception {
        jdk("17.0.1", inTraining("echo half >\"${1#*=}\"; kill -9 $$"));
        assertThat(launch(home.resolve("pgduo"), "x").text()).endsWith("<x>\n");
        try (Stream<Path> files = Files.walk(home.resolve("target"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("build.log", "pgduo.jar", "built");
        }
    }

    @Test
    void aPackageIsNotBuiltAndKeepsItsArchiveInTheCache() throws Exception {
        Path unpacked = Files.createDirectories(temporary.resolve("opt/pgduo"));
        Files.copy(Path.of("pgduo"), unpacked.resolve("pgduo"));
        Files.createDirectory(unpacked.resolve("app"));
        Files.writeString(unpacked.resolve("app/built"), "1.2\n");
        Files.writeString(unpacked.resolve("app/pgduo.jar"), "");
        jdk("17.0.1", TRAINS);
        Files.delete(jdk.resolve("bin/javac"));
        Result first = launch(unpacked.resolve("pgduo"), "x");
        assertThat(first.text()).startsWith("pgduo: preparing fast starts\n").endsWith("<x>\n");
        assertThat(launch(unpacked.resolve("pgduo"), "x").text())
                .contains("<-XX:SharedArchiveFile=" + cache + "/pgduo/");
        assertThat(temporary.resolve("mvn.runs")).doesNotExist();
        try (Stream<Path> files = Files.list(unpacked)) {
            assertThat(files).as("what the package has").hasSize(2);
        }
        assertThat(launch(unpacked.resolve("pgduo"), "bench", "pair").text())
                .contains("ERROR:  there are no benchmarks");
        jdk("11.0.2", PRINTS);
        assertThat(launch(unpacked.resolve("pgduo")).text()).contains("pgduo needs Java 17 or newer");
    }

    /** On a machine that has neither Maven nor unzip, and a repository with a Maven that only says how it was called. */
    @Test
    void withoutMavenTheCheckoutsWrapperFetchesOne() throws Exception {
        assumeThat(Path.of("/usr/bin/wget").toFile().exists()
                        || Path.of("/usr/bin/curl").toFile().exists())
                .isTrue();
        Path tools = withoutMaven();
        script(jdk.resolve("bin/jar"), "exec '" + System.getProperty("java.home") + "/bin/jar' \"$@\"");
        Files.copy(Path.of("mvnw"), home.resolve("mvnw"));
        byte[] archive = mavenArchive();
        HttpServer repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        repository.start();
        try {
            String url = "http://127.0.0.1:" + repository.getAddress().getPort()
                    + "/org/apache/maven/apache-maven/9/apache-maven-9-bin.zip";
            wrapped(url, "0".repeat(64));
            Result refused = launch(tools.toString(), home.resolve("pgduo"), "x");
            assertThat(refused.code()).isOne();
            assertThat(refused.text()).contains("Error: Failed to validate Maven distribution SHA-256");
            wrapped(
                    url,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(archive)));
            Result built = launch(tools.toString(), home.resolve("pgduo"), "x");
            assertThat(built.text())
                    .contains("there is no mvn in PATH, taking the Maven")
                    .endsWith("<x>\n");
            assertThat(home.resolve("target/tools")).doesNotExist();
        } finally {
            repository.stop(0);
        }
    }

    private void wrapped(String url, String sum) throws IOException {
        Path properties = home.resolve(".mvn/wrapper/maven-wrapper.properties");
        Files.createDirectories(properties.getParent());
        Files.writeString(
                properties,
                "distributionType=only-script\ndistributionUrl=" + url + "\ndistributionSha256Sum=" + sum + "\n");
    }

    private Path withoutMaven() throws IOException {
        Path tools = Files.createDirectory(temporary.resolve("without"));
        for (String name : WITHOUT_MAVEN) {
            Path program = Path.of("/usr/bin", name);
            if (Files.isExecutable(program)) {
                script(tools.resolve(name), "exec " + program + " \"$@\"");
            }
        }
        return tools;
    }

    private byte[] mavenArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("apache-maven-9/bin/mvn"));
            zip.write(Files.readAllBytes(temporary.resolve("tools/mvn")));
        }
        return bytes.toByteArray();
    }
}
