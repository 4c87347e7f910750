package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import}: what is written where, and what is not. */
class ImportIT {
    private static final Path TUTORIAL = Path.of("src/test/resources/dev/pgduo/transcript/foreign/standby.md");
    private static final String SHORT = "```sql\nselect 1;\n```\n";

    @TempDir
    Path directory;

    private Ran pgduo(String... words) {
        return Ran.pgduo(directory.resolve("state"), words);
    }

    private Ran imported(Path file, String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"import", file.toString(), "--out", out().toString()}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        return pgduo(all);
    }

    private Path out() {
        return directory.resolve("labs");
    }

    @Test
    void aTutorialIsPlayedAndVerifies() throws IOException {
        Ran ran = imported(TUTORIAL, "--translate", "--fill");
        assertThat(ran.text()).contains("standby.md: 18 commands, 3 guesses", " 0 failed");
        assertThat(ran.code()).isZero();
        Path lab = out().resolve("standby.lab");
        assertThat(Files.readString(lab))
                .contains("postgres2> pg_ctl start -w -l logfile\nwaiting for server to start");
        Ran verified = pgduo("verify", "--trust", "--strict", lab.toString());
        assertThat(verified.text()).contains(" 0 failed");
        assertThat(verified.code()).isZero();
    }

    @Test
    void whatWouldBeRunOnThisMachineIsNotPlayed() {
        Ran ran = imported(TUTORIAL, "--fill");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains("cannot be played, a service: \"sudo systemctl start postgresql\"")
                .contains("ERROR:  cannot fill a lab with commands that cannot be played", "Add --translate")
                .doesNotContain("matched");
        assertThat(out().resolve("standby.lab")).exists();
    }

    @Test
    void aLabThatIsThereStays() throws IOException {
        Path file = Files.writeString(directory.resolve("x.md"), SHORT);
        Path lab = out().resolve("x.lab");
        assertThat(imported(file).code()).isZero();
        Files.writeString(lab, "mine\n");
        Ran ran = imported(file);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text()).contains("ERROR:  file \"" + lab + "\" exists", "Add --force");
        assertThat(lab).hasContent("mine\n");
        assertThat(imported(file, "--force").code()).isZero();
        assertThat(lab).hasContent("    => select 1;\n");
    }

    @Test
    void filesOfOneNameDoNotOverwriteEachOther() throws IOException {
        Path markdown = Files.writeString(directory.resolve("x.md"), SHORT);
        Path text = Files.writeString(directory.resolve("x.txt"), "=> select 1;\n");
        Ran ran = pgduo("import", markdown.toString(), text.toString(), "--out", out().toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text()).contains("would both become x.lab");
        assertThat(out()).doesNotExist();
    }

    @Test
    void whatIsNoTutorialIsSaidAndTheOthersAreImported() throws IOException {
        Path good = Files.writeString(directory.resolve("good.md"), SHORT);
        Path binary = Files.write(directory.resolve("binary.md"), new byte[] {'a', 0, 'b'});
        Path latin = Files.write(directory.resolve("latin.md"), "é".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(directory.resolve("large.md"), new byte[5 << 20]);
        Path none = Files.writeString(directory.resolve("none.md"), "Only prose.\n");
        Ran ran = pgduo(
                "import",
                binary.toString(),
                latin.toString(),
                large.toString(),
                none.toString(),
                directory.resolve("missing.md").toString(),
                directory.toString(),
                good.toString(),
                "--out",
                out().toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains("binary.md:1:2: ERROR:  file is not a text in UTF-8")
                .contains("latin.md:1:1: ERROR:  file is not a text in UTF-8")
                .contains("It is larger than 4 MB", "could not find a command in", "No such file or directory")
                .contains("It is no regular file", "good.md: 1 command, 1 guess -> ");
        assertThat(out()).isDirectoryContaining("glob:**/good.lab").isDirectoryNotContaining("glob:**/none.lab");
    }

    @Test
    void aLabIsNotImportedAgain() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), "lab> status\n");
        Ran ran = imported(lab);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text()).contains("ERROR:  file \"" + lab + "\" is a lab already");
        assertThat(out()).doesNotExist();
    }

    @Test
    void isUsedWronglyWithoutFilesAndWithAFileForADirectory() throws IOException {
        assertThat(pgduo("import").code()).isEqualTo(2);
        Path file = Files.writeString(directory.resolve("x.md"), SHORT);
        Ran ran = pgduo("import", file.toString(), "--out", file.toString());
        assertThat(ran.text()).contains("is not a directory");
        assertThat(file).hasContent(SHORT);
        assertThat(pgduo("import", file.toString(), "--map", "x").text()).contains("invalid --map \"x\"");
    }
}
