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

    /** Every character of Unicode that may be printed, and no other sequence of so many bytes, but for psql's slips. */
    @Test
    void keepsWhatJavaWrites() {
        for (int point = 0; point <= 0x10ffff; point++) {
            if (point >= 0xd800 && point <= 0xdfff) {
                continue;
            }
            byte[] text = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.length(text[0])).isEqualTo(text.length);
            assertThat(Utf8.codePoint(text, 0)).isEqualTo(point);
            boolean noncharacter = point > 0xffff && (point & 0xfffe) == 0xfffe;
            assertThat(Utf8.validated(text)).hasSize(noncharacter ? 0 : text.length);
        }
    }

    /** The first three are surrogates; of the others each has one byte that it may not have. */
    @ParameterizedTest
    @CsvSource({
        "eda080, ''",
        "eda3bf, ''",
        "eda480, eda480",
        "ed9fbf, ed9fbf",
        "e09fbf, ''",
        "e0a080, e0a080",
        "c080, ''",
        "c1bf, ''",
        "c280, c280",
        "f08fbfbf, ''",
        "f0908080, f0908080",
        "f48fbfbd, f48fbfbd",
        "f4908080, ''",
        "c3c3, ''",
        "c341, 41",
        "e241a9, 41",
        "e2a941, 41",
        "f041a9a9, 41",
        "f09f41a9, 41",
        "f09fa941, 41",
        "80, ''",
        "bf41, 41",
        "c3, ''",
        "f09f98, ''",
        "61e282, 61",
        "fc41, 41"
    })
    void dropsBytesOfNoCharacter(String bytes, String kept) {
        assertThat(HexFormat.of().formatHex(Utf8.validated(HexFormat.of().parseHex(bytes))))
                .isEqualTo(kept);
    }

    @Test
    void aByteThatBeginsNoCharacterHasNoCodePoint() {
        assertThat(Utf8.codePoint(new byte[] {(byte) 0x80}, 0)).isEqualTo(-1);
        assertThat(Utf8.codePoint(new byte[] {(byte) 0xff}, 0)).isEqualTo(-1);
        assertThat(Utf8.codePoint(new byte[] {0}, 0)).isZero();
    }
}
