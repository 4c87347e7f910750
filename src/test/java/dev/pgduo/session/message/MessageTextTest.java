package dev.pgduo.session.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.wire.ServerMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MessageTextTest {
    private static String error(String query, int position) {
        ServerMessage message = new ServerMessage(
                Map.of('S', "ERROR", 'C', "42703", 'M', "nope", 'P', Integer.toString(position), 'D', "d", 'W', "w"));
        return MessageText.DEFAULT.error(message, query);
    }

    @Test
    void pointsAtTheCharacterInItsLine() {
        assertThat(error("select 1,\n\tx", 12)).isEqualTo("""
                ERROR:  nope
                LINE 2:  x
                         ^
                DETAIL:  d
                CONTEXT:  w
                """);
    }

    @Test
    void countsWideCharactersTwice() {
        assertThat(error("select '日本', x", 14)).contains("LINE 1: select '日本', x\n                       ^\n");
    }

    @Test
    void cutsLongLinesOnEitherSide() {
        String line = "0123456789".repeat(12);
        assertThat(error(line, 1)).contains("LINE 1: " + line.substring(0, 60) + "...\n        ^\n");
        assertThat(error(line, 101))
                .contains("LINE 1: ..." + line.substring(50, 110) + "...\n" + " ".repeat(61) + "^\n");
        assertThat(error(line, 120)).contains("LINE 1: ..." + line.substring(60) + "\n" + " ".repeat(70) + "^\n");
    }

    @Test
    void treatsACarriageReturnAndNewlineAsOneLineEnd() {
        assertThat(error("a\r\nb\rc", 6)).contains("LINE 3: c\n        ^\n");
    }
}
