package dev.pgduo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void spellsOutWhatATerminalObeys() {
        assertThat(TerminalText.shown("a\u001b]0;title\u0007b\u0000\r\u007f")).isEqualTo("a^[]0;title^Gb^@^M^?");
        assertThat(TerminalText.shown("\u009b2J \u0085")).isEqualTo("\\u009B2J \\u0085");
    }

    @Test
    void spellsOutWhatTurnsTheDirection() {
        assertThat(TerminalText.shown("x\u202egpj.exe\u2066")).isEqualTo("x\\u202Egpj.exe\\u2066");
        assertThat(TerminalText.controlsShown("x\u202ey\u001b")).isEqualTo("x\u202ey^[");
    }

    @Test
    void keepsAllOtherText() {
        String text = "tab\there\nпривет 日本 \ud83d\ude00 \u200d שלום ^[";
        assertThat(TerminalText.shown(text)).isSameAs(text);
    }
}
