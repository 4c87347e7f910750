package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fresh checkouts, each started for the first time in an environment of its own, up to a lab that is played. The build is the one
 * that is tested; only one of them calls the real Maven.
 */
class LauncherIT {
    private static final String VERSION = "\npgduo ";
    private static final Path LAB = Path.of("lab-scripts/quickstart.lab");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** What every user can read. */
    @TempDir
    private static Path common = Path.of("");

    private Path place = Path.of("");
    private Path checkout = Path.of("");
    private Path home = Path.of("");

    @BeforeAll
    static void keepTheBuild() throws IOException {
        copy(Path.of("target/pgduo.jar"), common.resolve("built/pgduo.jar"));
        copyAll(Path.of("target/lib"), common.resolve("built/lib"));
        Path mvn = Files.createDirectory(common.resolve("tools")).resolve("mvn");
        Files.writeString(mvn, """
                #!/bin/sh
                for word; do
                    case $word in -Dlauncher.directory=*) to=${word#*=} ;; esac
                done
                mkdir -p "$to" && cp -R '%s/built/.' "$to"
                """.formatted(common));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(common, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @BeforeEach
    void checkOut() throws IOException {
        place = Files.createTempDirectory(
                common, "start", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        checkout = Files.createDirectories(place.resolve("it's here"));
        home = Files.createDirectories(place.resolve("home"));
        // A machine that is busy with other tests is no reason to give up.
        Files.writeString(
                checkout.resolve("pgduo"),
                Files.readString(Path.of("pgduo")).replace("\npatience=30\n", "\npatience=600\n"));
        Files.setPosixFilePermissions(checkout.resolve("pgduo"), PosixFilePermissions.fromString("rwxr-xr-x"));
        copy(Path.of("pom.xml"), checkout.resolve("pom.xml"));
        copy(LAB, checkout.resolve(LAB));
        Files.createDirectories(checkout.resolve("src/main"));
    }

    /** A read-only one could not be removed by its owner. */
    @AfterEach
    void allowRemoval() throws Exception {
        run(List.of("chmod", "-R", "u+w", checkout.toString()));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(from, to);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void theUsersShellIsSh() throws Exception {
        assertStarts(environment("SHELL=/bin/sh"));
    }

    @Test
    void thereIsNoShellOfTheUser() throws Exception {
        assertStarts(environment("-u", "SHELL"));
    }

    @Test
    void theUsersShellIsNone() throws Exception {
        assertStarts(environment("SHELL=/usr/sbin/nologin"));
    }

    @Test
    void thereIsNoEnvironment() throws Exception {
        String path = "PATH=" + common.resolve("tools") + ":" + System.getenv("PATH");
        Ran first = run(List.of("env", "-i", path, "./pgduo", "--version"));
        assertThat(first.text()).contains(VERSION).doesNotContain("going on without");
        // Not even where programs are: only the default of sh is left.
        assertPlays(List.of("env", "-i", "XDG_STATE_HOME=" + home));
    }

    @Test
    void thereIsNoTerminal() throws Exception {
        List<String> words = new ArrayList<>(List.of("setsid", "-w"));
        words.addAll(environment("-u", "TERM"));
        assertStarts(words);
    }

    @Test
    void theStandardInputIsClosed() throws Exception {
        List<String> words = environment();
        words.addAll(List.of("sh", "-c", "exec \"$0\" \"$@\" <&-"));
        assertStarts(words);
        words.addAll(List.of("./pgduo", "--dir", home.resolve("lab").toString()));
        assertThat(run(words).text()).as("nothing is read as a script").isEmpty();
    }

    @Test
    void itIsAnOrdinaryUser() throws Exception {
        run(List.of("chown", "-R", user(), place.toString()));
        assertStarts(asUser());
        assertThat(checkout.resolve("target/app/pgduo.jar")).exists();
    }

    @Test
    void theCheckoutIsReadOnly() throws Exception {
        run(List.of("chown", user(), home.toString()));
        run(List.of("chmod", "-R", "a-w", checkout.toString()));
        assertStarts(asUser());
        assertThat(checkout.resolve("target")).doesNotExist();
        assertThat(home.resolve("cache/pgduo/builds" + checkout.toRealPath() + "/app/pgduo.jar"))
                .exists();
    }

    @Test
    void someoneElsesBuildIsTaken() throws Exception {
        run(words(environment(), "./pgduo", "--version"));
        run(List.of("chmod", "-R", "a-w", checkout.toString()));
        run(List.of("chown", user(), home.toString()));
        Ran ran = run(words(asUser(), "./pgduo", "--version"));
        assertThat(ran.text()).startsWith("pgduo ");
    }

    @Test
    void mavenBuildsIt() throws Exception {
        copyAll(Path.of("src/main"), checkout.resolve("src/main"));
        Ran ran = run(List.of("env", "XDG_STATE_HOME=" + home, "./pgduo", "--version"));
        assertThat(ran.text())
                .containsSubsequence("pgduo: compiling\n", "pgduo: copying libraries\n", "pgduo: packaging\n", VERSION);
        assertThat(checkout.resolve("target/classes"))
                .as("what mvn verify would take for checked")
                .doesNotExist();
    }

    /** As it is installed: read-only, with a Java that has no compiler. */
    @Test
    void thePackageNeedsNoMavenAndNoCompiler() throws Exception {
        Path opt = Files.createDirectory(place.resolve("opt"));
        run(List.of("tar", "-xzf", archive().toString(), "-C", opt.toString()));
        Path unpacked;
        try (Stream<Path> files = Files.list(opt)) {
            unpacked = files.findFirst().orElseThrow();
        }
        assertThat(unpacked.resolve("app/lib")).isDirectory();
        Path launcher = unpacked.resolve("pgduo");
        Files.writeString(launcher, Files.readString(launcher).replace("\npatience=30\n", "\npatience=600\n"));
        run(List.of("chmod", "-R", "a-w", opt.toString()));
        run(List.of("chown", user(), home.toString()));
        Path java = runtime();
        Path failing = Files.createDirectory(place.resolve("failing")).resolve("mvn");
        Files.writeString(failing, "#!/bin/sh\necho Maven was called\nexit 1\n");
        Files.setPosixFilePermissions(failing, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> way =
                words(asUser(), "PATH=" + failing.getParent() + ":" + System.getenv("PATH"), "JAVA_HOME=" + java);
        Ran first = run(words(way, launcher.toString(), "--version"));
        assertThat(first.text()).startsWith("pgduo: preparing fast starts").contains(VERSION);
        Ran play = run(
                words(way, launcher.toString(), "play", unpacked.resolve(LAB).toString()));
        assertThat(play.text()).contains("     id |   words").doesNotContain("pgduo: ", "Maven");
        assertThat(play.code()).isZero();
        run(List.of("chmod", "-R", "u+w", opt.toString()));
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")
                            && !file.toString().contains("bundle"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** This JDK without its tools but java, as a runtime is. */
    private Path runtime() throws IOException {
        Path runtime = place.resolve("jre");
        Files.createDirectories(runtime.resolve("bin"));
        Path jdk = Path.of(System.getProperty("java.home"));
        for (String part : List.of("bin/java", "release", "lib", "conf")) {
            Files.createSymbolicLink(runtime.resolve(part), jdk.resolve(part));
        }
        return runtime;
    }

    private List<String> environment(String... more) {
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(List.of(more));
        words.add("PATH=" + common.resolve("tools") + ":" + System.getenv("PATH"));
        words.add("XDG_STATE_HOME=" + home.resolve("state"));
        words.add("XDG_CACHE_HOME=" + home.resolve("cache"));
        return words;
    }

    private static String user() {
        return ROOT ? "nobody" : System.getProperty("user.name");
    }

    private List<String> asUser() {
        List<String> words =
                ROOT ? new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--clear-groups")) : new ArrayList<>();
        words.addAll(environment("HOME=" + home));
        return words;
    }

    private static List<String> words(List<String> way, String... more) {
        List<String> words = new ArrayList<>(way);
        words.addAll(List.of(more));
        return words;
    }

    private void assertStarts(List<String> way) throws Exception {
        Ran first = run(words(way, "./pgduo", "--version"));
        assertThat(first.text())
                .contains("pgduo: building", "pgduo: preparing fast starts", VERSION)
                .doesNotContain("going on without");
        assertThat(first.code()).isZero();
        assertPlays(way);
        try (Stream<Path> left = Files.walk(place)) {
            assertThat(left.filter(file -> file.toString().contains("libjlinenative") || file.endsWith("training")))
                    .isEmpty();
        }
    }

    private void assertPlays(List<String> way) throws Exception {
        Ran play = run(words(way, "./pgduo", "play", LAB.toString()));
        assertThat(play.text()).contains("     id |   words").doesNotContain("pgduo: ");
        assertThat(play.code()).isZero();
    }

    private Ran run(List<String> words) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), text);
    }
}
