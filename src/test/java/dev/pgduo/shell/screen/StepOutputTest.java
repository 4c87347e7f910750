package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepOutputTest {
    private final StringWriter screen = new StringWriter();
    private final StepOutput output = new StepOutput(new PrintWriter(screen), Palette.PLAIN);

    @Test
    void showsEachLineOnceAndAtOnce() {
        output.line("", "  postgres> pg_ctl start");
        assertThat(screen).hasToString("  postgres> pg_ctl start\n");
        output.all("", List.of("  postgres> pg_ctl start", "  server started"));
        assertThat(screen).hasToString("  postgres> pg_ctl start\n  server started\n");
        output.all("", List.of("  postgres> pg_ctl start"));
        assertThat(screen.toString().lines()).hasSize(3);
    }

    @Test
    void showsAllOfWhatTurnsOutToBeOther() {
        output.line("", "one");
        output.all("", List.of("two", "three"));
        assertThat(screen).hasToString("one\ntwo\nthree\n");
    }
}
