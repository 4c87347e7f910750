package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs that mean harm, or are no labs at all. */
class HostileIT {
    private static final String TITLE = "\u001b]0;owned\u0007";
    private static final String TURNED = "\u202egpj.exe";

    @TempDir
    Path directory;

    private String lab(String text) throws IOException {
        return Files.writeString(directory.resolve("x.lab"), text).toString();
    }

    private static void assertHarmless(String text) {
        assertThat(text.codePoints().filter(c -> c < ' ' && c != '\n' && c != '\t'))
                .as(text)
                .isEmpty();
        assertThat(text).doesNotContain("\u202e");
    }

    @Test
    void showsWhatATerminalWouldObey() throws IOException {
        String lab = lab("""
                ---
                retry: 0s
                ---
                Prose TITLE TURNED

                postgres> printf '\\033]0;out\\007\\n' # TITLE TURNED
                TITLE

                    => \\echo TITLE
                    other TURNED

                    => do $$ begin raise notice E'\\033[31mnotice'; end $$;

                    => \\warn TITLE

                    => \\! printf "\\033]0;bang\\007\\n"

                    => select E'\\033[31m' as "TITLE";
                """.replace("TITLE", TITLE).replace("TURNED", TURNED));
        Ran played = Ran.pgduo(directory, "play", lab);
        assertHarmless(played.text());
        assertThat(played.text())
                .contains(
                        "Prose ^[]0;owned^G \\u202Egpj.exe\n",
                        "\n^[]0;out^G\n",
                        "    NOTICE:  ^[[31mnotice",
                        "    ^[]0;bang^G\n",
                        "\\x1B[31m");
        Ran verified = Ran.pgduo(directory, "verify", lab, "--junit", "/dev/null");
        assertHarmless(verified.text());
        assertThat(verified.text()).contains("-^[]0;owned^G", "+^[]0;out^G", "-other \\u202Egpj.exe");
    }

    @Test
    void showsWhatANameOrAnErrorHolds() throws IOException {
        assertHarmless(Ran.pgduo(directory, "verify", "no" + TITLE + TURNED).text());
        assertHarmless(Ran.pgduo(directory, TITLE + TURNED).text());
        Path lab = Files.write(
                directory.resolve(TITLE + ".lab"),
                ("%if " + TITLE + "\n%" + TURNED + "\npostgres> true\n").getBytes(StandardCharsets.UTF_8));
        assertHarmless(Ran.pgduo(directory, "verify", lab.toString()).text());
    }

    @Test
    void answersWhatCannotBeReadOrTakesForEver() throws IOException {
        String lab = lab("""
                postgres> sed -i 's/\\(.*.*.*.*.*.*\\)*x$/y/' data/postgresql.conf

                postgres> sed -i 's/port/\\9/' data/postgresql.conf

                postgres> tail -n 99999999999 data/PG_VERSION
                """);
        Ran ran = Ran.pgduo(directory, "verify", lab);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "x.lab:1: ERROR:  regular expression takes too long",
                        "invalid reference",
                        "0 matched, 0 adapted",
                        "(1 step not compared)")
                .doesNotContain("internal error", "Exception");
        assertThat(read("%if " + "(".repeat(20_000) + "\npostgres> true\n%end\n"))
                .contains("x.lab:1:", "ERROR:  invalid condition: more than 500 words");
        assertThat(read("%if pg > 1\n".repeat(2000) + "postgres> true\n" + "%end\n".repeat(2000)))
                .contains("x.lab:51:1: ERROR:  more than 50 \"%if\" in one another");
        assertThat(read("---\nlocale: $(id)\nnodes: {a: {prompt: lab}, b: {prompt: \"x\\ty\"}}\n---\npostgres> true\n"))
                .contains("x.lab:2:9: ERROR:", "x.lab:3:", "prompt \"lab>\" is the lab's own", "without tabs");
        assertThat(read("    psql -p " + "x".repeat(100_000) + "\n\n    => select 1;\n"))
                .contains("steps");
    }

    private String read(String text) throws IOException {
        String said = Ran.pgduo(directory, "verify", lab(text)).text();
        assertThat(said).doesNotContain("internal error", "Exception");
        return said;
    }

    @Test
    void saysThatItsOutputIsLost() throws Exception {
        String lab = lab("postgres> echo a\na\n");
        Ran ran = new PgduoProcess(directory.resolve("state"))
                .run(List.of("sh", "-c", "exec \"$0\" \"$@\" >/dev/full"), "verify", lab);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text()).isEqualTo("ERROR:  could not write to the standard output: No space left on device\n");
        assertThat(Ran.pgduo(directory, "verify", lab, "--junit", "/dev/full").text())
                .contains("ERROR:  could not write file \"/dev/full\": No space left on device");
    }

    @Test
    void saysWhoHoldsALabThatSeveralStart() throws Exception {
        PgduoProcess pgduo = new PgduoProcess(directory.resolve("state"));
        String[] words = {"--dir", directory.resolve("lab").toString(), "-c", "up"};
        try {
            List<CompletableFuture<Ran>> started = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return pgduo.run(List.of(), words);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .limit(3)
                    .toList();
            List<Ran> ended = started.stream().map(CompletableFuture::join).toList();
            assertThat(ended).anyMatch(ran -> ran.code() == 0 && ran.text().endsWith("streams from node a\n"));
            assertThat(ended)
                    .allMatch(ran -> ran.code() == 0
                            || (ran.text().contains("is in use by another pgduo")
                                    && ran.text().contains("DETAIL:  Its process ID is ")));
        } finally {
            pgduo.run(List.of(), words[0], words[1], "-c", "destroy --yes");
        }
    }

    @Test
    void goesWhenItsTerminalGoes() throws Exception {
        assumeThat(hangUpIsIgnored()).as("not below nohup").isFalse();
        String lab = lab("    => select pg_sleep(600);\n\npostgres> echo never\n");
        Path place = Files.createDirectory(directory.resolve("place"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path shown = directory.resolve("shown");
        CompletableFuture<Ran> played = CompletableFuture.supplyAsync(() -> {
            try {
                return new PgduoProcess(directory.resolve("state"))
                        .run(
                                List.of(
                                                "env",
                                                "TMPDIR=" + place,
                                                "sh",
                                                "-c",
                                                "echo $$ >pid; exec \"$0\" \"$@\" >" + shown)
                                        .stream()
                                        .map(word -> word.replace(">pid", ">" + directory.resolve("pid")))
                                        .toList(),
                                "play",
                                lab);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (!played.isDone()
                && !(Files.exists(shown) && Files.readString(shown).contains("pg_sleep"))) {
            Thread.onSpinWait();
        }
        String pid = Files.readString(directory.resolve("pid")).strip();
        new ProcessBuilder("kill", "-HUP", pid).start().waitFor();
        assertThat(played.join().code())
                .as(played.join().text() + Files.readString(shown))
                .isEqualTo(129);
        assertThat(Files.readString(shown))
                .contains("canceled before line 3; the rest is not run, the lab is removed")
                .doesNotContain("never");
        try (Stream<Path> left = Files.walk(place)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("lab-")))
                    .isEmpty();
        }
    }

    /** Whether whoever started the tests wants them to outlive their terminal; what they start does too then. */
    private static boolean hangUpIsIgnored() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) != 0);
    }
}
