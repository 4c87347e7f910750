package dev.pgduo.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.PseudoTerminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final List<String> told = new ArrayList<>();
    private boolean dialogue;
    private final ShownOutput output = new ShownOutput(
            new ShownOutput.Writing() {
                @Override
                public void write(byte[] bytes, int from, int length) {
                    terminal.write(bytes, from, length);
                }

                @Override
                public void drawing() {
                    terminal.writeBytes("<all>".getBytes(StandardCharsets.UTF_8));
                }
            },
            line -> line.replace("/real", "/shown"),
            new PseudoTerminal.Listener() {
                @Override
                public boolean draws() {
                    return false;
                }

                @Override
                public void line(String text) {
                    told.add(text);
                }

                @Override
                public void dialogue() {
                    dialogue = true;
                }

                @Override
                public void unread(String keys) {
                    told.add("unread " + keys);
                }
            });

    private void written(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
    }

    private void still() {
        output.idle();
        output.idle();
    }

    private String seen() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void givesLinesTheirNames() {
        written("a /re");
        written("al/b\r\n\r\n\u001b[31mü /real\u001b[0m  \r\n");
        output.close();
        assertThat(seen()).isEqualTo("a /shown/b\r\n\r\n\u001b[31mü /shown\u001b[0m  \r\n");
        assertThat(told).containsExactly("a /real/b", "", "ü /real  ");
        assertThat(dialogue).isFalse();
    }

    @Test
    void showsAQuestionBeforeItsLineEnds() {
        written("in /real? ");
        assertThat(seen()).isEmpty();
        still();
        assertThat(seen()).isEqualTo("in /shown? ");
        written("y\r\nnext");
        still();
        output.close();
        assertThat(seen()).isEqualTo("in /shown? y\r\nnext\r\n");
        assertThat(told).containsExactly("in /real? y", "next");
    }

    @Test
    void tellsWhatWasWrittenOverAnother() {
        written("10 %" + '\r');
        still();
        written("100 %\r\n");
        output.close();
        assertThat(told).containsExactly("10 %", "100 %");
    }

    @Test
    void leavesWhatIsDrawnAlone() {
        written("start\r\n\u001b[?10");
        still();
        assertThat(seen()).isEqualTo("start\r\n");
        written("49h\u001b[2;5H/real");
        written("\u001b[?1049l");
        output.close();
        assertThat(seen()).isEqualTo("start\r\n<all>\u001b[?1049h\u001b[2;5H/real\u001b[?1049l");
        assertThat(told).containsExactly("start");
        assertThat(dialogue).isTrue();
    }

    @Test
    void endsTheRowThatTheCursorIsIn() {
        written("\u001b[H\u001b[2J\u001b[5;1Hx\u001b[10;3H");
        output.close();
        assertThat(seen()).endsWith("\u001b[10;3H\r\n");
    }

    @Test
    void staysInARowThatIsEmpty() {
        written("\u001b[H\u001b[2Jx\r\n\u001b]0;title\u0007\u001b[1;1H");
        output.close();
        assertThat(seen()).endsWith("\u001b[1;1H");
    }
}
