package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fmt}: lab files in the one layout. */
class FormatCommandIT {
    private static final String LOOSE = "\tpsql\n\n\t=> select 1 as x;\n\t x \n\t---\n\t 1\n\t(1 row)\n\t\n";
    private static final String TIDY =
            "    psql\n\n    => select 1 as x;\n     x \n    ---\n     1\n    (1 row)\n    \n";

    @TempDir
    Path directory;

    private Ran fmt(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "fmt";
        System.arraycopy(words, 0, all, 1, words.length);
        return Ran.pgduo(directory.resolve("state"), all);
    }

    @Test
    void writesWhatIsNotInTheLayoutAndNamesIt() throws IOException {
        Path loose = Files.writeString(directory.resolve("loose.lab"), LOOSE);
        Path tidy = Files.writeString(directory.resolve("tidy.lab"), TIDY);
        Ran named = fmt("--check", directory.toString());
        assertThat(named.code()).isEqualTo(1);
        assertThat(named.text()).contains("loose.lab would be changed").doesNotContain("tidy.lab");
        assertThat(loose).hasContent(LOOSE);
        Ran written = fmt(loose.toString(), tidy.toString());
        assertThat(written.code()).isZero();
        assertThat(written.text().strip()).isEqualTo(loose.toString());
        assertThat(Files.readString(loose)).isEqualTo(TIDY);
        assertThat(fmt("--check", directory.toString()).code()).isZero();
    }

    @Test
    void leavesAFileAloneThatCannotBeRead() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.lab"), "%nonsense\nlab>   up\n");
        Ran ran = fmt(bad.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text()).contains("bad.lab:1:1: ERROR:  unknown directive \"%nonsense\"");
        assertThat(Files.readString(bad)).isEqualTo("%nonsense\nlab>   up\n");
    }

    @Test
    void thisProjectsLabsAreInTheLayout() {
        Ran ran = fmt("--check", "lab-scripts");
        assertThat(ran.text().strip()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void isUsedWronglyWithoutFiles() {
        assertThat(fmt().code()).isEqualTo(2);
    }
}
