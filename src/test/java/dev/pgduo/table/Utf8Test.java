package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    @ParameterizedTest
    @CsvSource({
        "61ff62, 6162",
        "61c3, 61",
        "c3a9, c3a9",
        "c1bf41, 41",
        "e0808041, 41",
        "e2828241, e2828241",
        "f09fbfbe41, 41",
        "f09f9882, f09f9882",
        "f888808041, 41",
        "e282, ''"
    })
    void dropsWhatIsNoCharacter(String bytes, String kept) {
        byte[] valid = Utf8.validated(HexFormat.of().parseHex(bytes));
        assertThat(HexFormat.of().formatHex(valid)).isEqualTo(kept);
    }

    @Test
    void decodesEveryLength() {
        byte[] text = "aé列😂".getBytes(StandardCharsets.UTF_8);
        assertThat(new int[] {
                    Utf8.codePoint(text, 0), Utf8.codePoint(text, 1), Utf8.codePoint(text, 3), Utf8.codePoint(text, 6)
                })
                .containsExactly('a', 0xe9, 0x5217, 0x1f602);
    }
}
