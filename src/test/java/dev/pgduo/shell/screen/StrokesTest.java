package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class StrokesTest {
    @Test
    void areWhatTheLocaleHas() {
        assertThat(Strokes.of(Map.of())).isEqualTo(Strokes.DRAWN);
        assertThat(Strokes.of(Map.of("LANG", "ru_RU.UTF-8"))).isEqualTo(Strokes.DRAWN);
        assertThat(Strokes.of(Map.of("LANG", "C.utf8", "LC_ALL", ""))).isEqualTo(Strokes.DRAWN);
        assertThat(Strokes.of(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "C"))).isEqualTo(Strokes.ASCII);
        assertThat(Strokes.of(Map.of("LC_CTYPE", "POSIX"))).isEqualTo(Strokes.ASCII);
    }

    @Test
    void areAsciiWithoutOthers() {
        assertThat(Strokes.ASCII.line("┌──┐ ━▶ ╍✗ │ ▁█"))
                .isEqualTo("+--+ => .x | _#")
                .isEqualTo(Strokes.ASCII
                        .line(new AttributedString("┌──┐ ━▶ ╍✗ │ ▁█", AttributedStyle.BOLD))
                        .toString());
        assertThat(Strokes.DRAWN.line("┌──┐ ━▶")).isEqualTo("┌──┐ ━▶");
        assertThat(Strokes.ASCII.line("имя")).isEqualTo("имя");
    }
}
