package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final StringBuilder shown = new StringBuilder();
    private final AtomicInteger columns = new AtomicInteger(80);
    private final Screen screen = new Screen(shown::append, Palette.PLAIN);
    private final Live live = new Live(screen, () -> {});

    LiveTest() {
        screen.width(columns::get);
    }

    @Test
    void writesInTheSamePlaceWhatHasChanged() {
        live.show(List.of("one", "two"));
        live.show(List.of("one", "two"));
        assertThat(shown).hasToString("one\ntwo\n");
        shown.setLength(0);
        live.show(List.of("three"));
        assertThat(shown).hasToString("\033[2A\033[K\n\033[K\n\033[2Athree\n");
    }

    @Test
    void countsTheRowsThatANarrowerTerminalMakesOfIt() {
        live.show(List.of("0123456789", ""));
        shown.setLength(0);
        columns.set(4);
        live.show(List.of("0123456789", ""));
        assertThat(shown).hasToString("\033[4A" + "\033[K\n".repeat(4) + "\033[4A0123456789\n\n");
    }
}
