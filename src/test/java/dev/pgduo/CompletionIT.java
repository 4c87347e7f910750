package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts do their work in the shells that they are for, where these are installed; bash always is. */
class CompletionIT {
    @TempDir
    Path directory;

    private Path script(String shell) throws IOException {
        Ran ran = Ran.pgduo(directory.resolve("state"), "completion", shell);
        assertThat(ran.code()).isZero();
        return Files.writeString(directory.resolve("script"), ran.text());
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private List<String> bash(Path script, String... words) throws IOException, InterruptedException {
        String line = "source '%s'; COMP_WORDS=(pgduo %s); COMP_CWORD=%d; _pgduo; printf '%%s\\n' \"${COMPREPLY[@]}\""
                .formatted(script, String.join(" ", words), words.length);
        return run("bash", "-uc", line).lines().toList();
    }

    @Test
    void bashCompletesCommandsAndTheirOptions() throws Exception {
        Path script = script("bash");
        assertThat(bash(script, "ver")).containsExactly("verify");
        assertThat(bash(script, "conf", "s")).containsExactlyInAnyOrder("set", "show");
        assertThat(bash(script, "verify", "--ju")).containsExactly("--junit");
        assertThat(bash(script, "--lab", "x", "conf", "set", "--"))
                .contains("--node")
                .doesNotContain("--junit");
        assertThat(bash(script, "--re")).containsExactly("--real-paths");
        assertThat(bash(script, "play", "x"))
                .as("a file's name, by the shell itself")
                .containsExactly("");
    }

    @Test
    void zshReadsIt() throws Exception {
        Assumptions.assumeTrue(installed("zsh"));
        Path script = script("zsh");
        assertThat(run(
                        "zsh",
                        "-fc",
                        "autoload -U compinit; compinit -D; source '" + script + "'; print $_comps[pgduo]"))
                .isEqualTo("_pgduo\n");
    }

    @Test
    void fishCompletesCommandsAndTheirOptions() throws Exception {
        Assumptions.assumeTrue(installed("fish"));
        Path script = script("fish");
        assertThat(run("fish", "-Nc", "source '" + script + "'; complete -C 'pgduo ver'"))
                .startsWith("verify\t");
        assertThat(run("fish", "-Nc", "source '" + script + "'; complete -C 'pgduo verify --ju'"))
                .startsWith("--junit");
    }

    @Test
    void thereIsAManualPage() throws Exception {
        Ran ran = Ran.pgduo(directory.resolve("state"), "manual");
        assertThat(ran.text()).contains(".SH COMMANDS", "\n.B verify\n", "\n.B \\-\\-real\\-paths\n");
        Assumptions.assumeTrue(installed("man"));
        Path page = Files.writeString(directory.resolve("pgduo.1"), ran.text());
        assertThat(run("man", "--warnings", "-E", "UTF-8", "-l", page.toString()))
                .doesNotContain("warning:");
    }

    @Test
    void saysWhichShellsThereAre() {
        assertThat(Ran.pgduo(directory.resolve("state"), "completion", "csh").text())
                .contains("ERROR:", "zsh");
    }
}
