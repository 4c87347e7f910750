package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GuardedOutputTest {
    private static String printed(Palette palette, String text) {
        StringWriter stream = new StringWriter();
        GuardedOutput out = new GuardedOutput(new PrintWriter(stream), palette);
        out.printf("%s%n", text);
        out.print(text.charAt(0));
        out.print(text.toCharArray());
        out.flush();
        return stream.toString();
    }

    @Test
    void passesOwnColoursOnly() {
        String title = "\u001b]0;x\u0007\u001b[5m";
        String own = Palette.ANSI.prompt("p> ") + Palette.ANSI.line("ERROR:  e" + title);
        assertThat(own).contains("\u001b[31mERROR:  e^[]0;x^G^[[5m\u001b[0m");
        assertThat(printed(Palette.ANSI, own)).contains(own);
        assertThat(printed(Palette.ANSI, title)).isEqualTo("^[]0;x^G^[[5m\n^[^[]0;x^G^[[5m");
        assertThat(printed(Palette.PLAIN, "\u001b[31mx")).isEqualTo("^[[31mx\n^[^[[31mx");
    }
}
