package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code record} writes is what ran. */
class RecordIT {
    @TempDir
    Path directory;

    @Test
    void aStatementThatTheEndOfALineEndedIsWrittenWithItsEnd() throws IOException {
        Path file = directory.resolve("r.lab");
        Ran ran = Ran.script(
                directory, "new\nstart a\nrecord start " + file + "\n| select 43\nrecord stop\ndestroy --yes\n");
        assertThat(ran.text()).contains("43");
        assertThat(Files.readString(file)).contains("=> select 43\n", "-> ;\n");
        assertThat(Ran.pgduo(directory, "verify", file.toString()).text()).contains(" 0 failed");
    }

    @Test
    void whatBelongsToTheAuthorsMachineIsLeftOut() throws IOException {
        Path file = directory.resolve("own.lab");
        Ran ran = Ran.script(directory, "record start " + file + """

                up
                psql a
                show port;
                \\echo :PORT
                \\conninfo
                select inet_server_port(), 1 as one;
                show data_directory;
                \\q
                record stop
                destroy --yes
                """);
        assertThat(ran.text()).contains("saved: every step repeats");
        assertThat(file)
                .content()
                .contains(
                        "     5432\n",
                        "    => \\echo :PORT\n    5432\n",
                        "     /usr/local/pgsql/data\n",
                        "    -----------------------\n")
                .contains("postgres> initdb -D /usr/local/pgsql/data -U postgres -A trust ")
                .doesNotContain(directory.toString(), "lab in ", "runs as", "%ignore");
        assertThat(Ran.pgduo(directory, "verify", file.toString()).code()).isZero();
    }

    @Test
    void aScriptThatEndsEarlyClosesTheFile() throws IOException {
        Path file = directory.resolve("early.lab");
        Ran ran = Ran.script(directory, "new\nstart a\nrecord start " + file + "\n| select 43;\nnosuch\nrecord stop\n");
        assertThat(ran.text())
                .contains(
                        "WARNING:  the recording to \"" + file + "\" ended with ",
                        "\"pgduo verify " + file + "\" plays it.");
        assertThat(Files.readString(file)).contains("=> select 43;\n");
        Ran.script(directory, "destroy --yes\n");
    }
}
