package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify --fill} writes repeats. */
class FillIT {
    @TempDir
    Path directory;

    private Ran verify(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "verify";
        all[1] = "--trust";
        System.arraycopy(words, 0, all, 2, words.length);
        return Ran.pgduo(directory.resolve("state"), all);
    }

    @Test
    void aStepThatFailsIsFilledTogetherWithItsDirective() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), """
                lab> conf append "nonsense = 3" --node a

                    => select * from nothing;

                lab> stop a

                lab> conf append "shared_preload_libraries = 'no_such_library'" --node a

                lab> start a
                """);
        assertThat(verify("--fill", lab.toString()).text()).contains(" 0 failed");
        String filled = Files.readString(lab);
        assertThat(filled)
                .contains(
                        "%expect-error\nlab> conf append \"nonsense = 3\" --node a\nERROR:  unrecognized configuration",
                        "%expect-error 42P01\n    => select * from nothing;\n    ERROR:  relation \"nothing\"",
                        "%expect-error\nlab> start a\n",
                        "FATAL:  could not access file \"no_such_library\"");
        Ran again = verify("--strict", lab.toString());
        assertThat(again.text()).contains(" 0 failed");
        assertThat(Files.readString(lab)).isEqualTo(filled);
    }

    @Test
    void severalServersThatFailAlikeGetOneDirective() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), """
                    => select * from nothing;

                    => select pg_current_wal_lsn() is null as without;
                """);
        assertThat(verify("--fill", "--pg", "9.6,15", lab.toString()).text()).contains("2 pass");
        assertThat(Files.readString(lab))
                .startsWith("%expect-error 42P01\n    => select * from nothing;\n    ERROR:  relation")
                .contains("%if pg < 10\n    ERROR:  function pg_current_wal_lsn() does not exist")
                .doesNotContain("%expect-error 42883");
    }

    @Test
    void processesAndLinesOfFilesRepeatOnOtherServers() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), """
                lab> up

                lab> ps b

                lab> conf append "work_mem = '7MB'" --node a

                lab> catchup

                """);
        assertThat(verify("--fill", "--pg", "15", lab.toString()).text()).contains(" 0 failed");
        assertThat(Files.readString(lab)).contains("| walreceiver\n", "postgresql.conf:");
        assertThat(verify("--pg", "15", "--strict", lab.toString()).text()).contains(" 0 failed");
        assertThat(verify("--pg", "16", lab.toString()).code()).isZero();
    }
}
