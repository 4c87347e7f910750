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
}
