package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTextTest {
    @Test
    void namesWhatSteersATerminal() {
        assertThat(HarmlessText.of("a\033[2Jb\tc\r\n\177")).isEqualTo("a^[[2Jb^Ic^M^J^?");
        assertThat(HarmlessText.of("\u009b1m\u202ecba\u2066")).isEqualTo("<U+009B>1m<U+202E>cba<U+2066>");
        assertThat(HarmlessText.of("naïve 日本 😀")).isEqualTo("naïve 日本 😀");
    }
}
