package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} finds before it plays anything. */
class CheckIT {
    @TempDir
    Path directory;

    private Ran verify(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "verify";
        System.arraycopy(words, 0, all, 1, words.length);
        return Ran.pgduo(directory.resolve("state"), all);
    }

    @Test
    void findsWhatNeedsNoServer() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.lab"), """
                ---
                postgres: "12-15"
                ---
                lab> promot b

                lab> start b --fast-please

                postgres> echo 5
                5

                %capture x = \\d

                %if pg < 11

                postgres> true

                %end
                """);
        Ran ran = verify("--check", bad.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "bad.lab:4: ERROR:  unknown command \"promot\"",
                        "bad.lab:6: ERROR:  ",
                        "bad.lab:11: ERROR:  \"x\" is captured, but never used",
                        "bad.lab:13: ERROR:  \"%if pg < 11\" is never reached",
                        "bad.lab: 4 found");
    }

    @Test
    void findsNothingInThisProjectsLabs() {
        Ran ran = verify("--check", "lab-scripts", "src/test/labs");
        assertThat(ran.text())
                .contains("lab-scripts/switchover.lab: nothing found")
                .doesNotContain(" found\n\n", "ERROR");
        assertThat(ran.code()).isZero();
    }

    @Test
    void isUsedWronglyWithoutFiles() {
        assertThat(verify().code()).isEqualTo(2);
    }

    @Test
    void saysFirstThatAReportCannotBeWritten() {
        Ran ran = verify(
                "lab-scripts/quickstart.lab",
                "--junit",
                directory.resolve("no/where.xml").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains("where.xml\": No such file or directory")
                .doesNotContain("steps");
    }

    @Test
    void takesNoOptionThatMeansNothing() throws IOException {
        Path good = Files.writeString(directory.resolve("good.lab"), "postgres> echo ok\nok\n");
        String same = directory.resolve("out").toString();
        assertThat(verify(good.toString(), "--junit", same, "--json", same).text())
                .contains("two reports cannot be written to one file");
        assertThat(verify(good.toString(), "--timeout", "0s").text()).contains("invalid duration \"0s\" for --timeout");
        assertThat(verify(good.toString(), "--slowest", "0").text()).contains("invalid number for --slowest: 0");
        assertThat(verify(good.toString(), "--lang", "../x").text()).contains("invalid value for --lang: \"../x\"");
        assertThat(verify(good.toString(), directory + "/./good.lab").text()).doesNotContain("[1/2]");
    }

    @Test
    void playsOnTheServersThatThereAre() throws IOException {
        Path good = Files.writeString(directory.resolve("good.lab"), "postgres> echo ok\nok\n");
        String here = dev.pgduo.cluster.binaries.ServerChoice.installed()
                .choose(java.util.Optional.empty())
                .version()
                .majorName();
        Ran ran = verify("--pg", here + ",11.99", good.toString());
        assertThat(ran.text()).contains("1 matched", "11.99");
        assertThat(ran.code()).isEqualTo(1);
    }
}
