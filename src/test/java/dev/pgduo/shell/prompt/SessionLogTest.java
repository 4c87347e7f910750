package dev.pgduo.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLogTest {
    @TempDir
    Path home;

    @Test
    void hasWhatIsShown() throws Exception {
        List<String> complaints = new ArrayList<>();
        SessionLog log = new SessionLog(home.resolve("session.log"), complaints::add);
        log.print("one\n");
        log.print("two\n");
        assertThat(Files.readString(home.resolve("session.log"))).endsWith("\none\ntwo\n");
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysOnceThatItCannotBeWritten() throws Exception {
        List<String> complaints = new ArrayList<>();
        Path place = Files.createDirectory(home.resolve("session.log"));
        SessionLog log = new SessionLog(place, complaints::add);
        log.print("one\n");
        log.print("two\n");
        assertThat(complaints)
                .singleElement()
                .asString()
                .startsWith("could not write the session log \"" + place + "\": ");
    }
}
