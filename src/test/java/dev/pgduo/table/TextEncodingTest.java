package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {
    /** Characters in the order of the text, each as long as Java's own encoder makes it, and so many columns wide. */
    @ParameterizedTest
    @CsvSource({
        "UTF8, UTF-8, aé日😀, 1122",
        "EUC_JP, EUC-JP, a日ｱ丂é, 12122",
        "EUC_KR, EUC-KR, a한, 12",
        "EUC_TW, x-EUC-TW, a日丂, 122",
        "SJIS, Shift_JIS, a日ｱﾟ｡, 12111",
        "DOUBLE_BYTE, GBK, a日, 12",
        "DOUBLE_BYTE, Big5, a日, 12",
        "GB18030, GB18030, a日é, 122",
        "SINGLE_BYTE, ISO-8859-1, aé, 11"
    })
    void cutsATextIntoItsCharacters(TextEncoding encoding, String charset, String text, String widths) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        int at = 0;
        StringBuilder found = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            byte[] one = Character.toString(point).getBytes(Charset.forName(charset));
            assertThat(encoding.characterLength(bytes, at))
                    .as(Character.toString(point))
                    .isEqualTo(one.length);
            found.append(encoding.characterWidth(bytes, at));
            at += one.length;
        }
        assertThat(at).isEqualTo(bytes.length);
        assertThat(found).hasToString(widths);
    }

    /** First bytes beyond the usual ones, which Java would not write. */
    @ParameterizedTest
    @CsvSource({
        "EUC_JP, 8f, 3, 2",
        "EUC_JP, 8e, 2, 1",
        "EUC_KR, 8f, 3, 2",
        "EUC_KR, 8e, 2, 2",
        "EUC_TW, 8e, 4, 2",
        "EUC_TW, 8f, 3, 2",
        "SJIS, a0, 2, 2",
        "SJIS, a1, 1, 1",
        "SJIS, df, 1, 1",
        "SJIS, e0, 2, 2",
        "GB18030, 81, 2, 2",
        "DOUBLE_BYTE, 8f, 2, 2",
        "SINGLE_BYTE, 80, 1, 1",
        "UTF8, c3, 2, 1"
    })
    void goesByTheFirstByte(TextEncoding encoding, String octet, int length, int width) {
        byte[] text = {(byte) Integer.parseInt(octet, 16), (byte) 0xa9};
        assertThat(encoding.characterLength(text, 0)).isEqualTo(length);
        assertThat(encoding.characterWidth(text, 0)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"2f, 2", "30, 4", "39, 4", "3a, 2"})
    void aDigitMakesFourBytesOfGb18030(String second, int length) {
        byte[] text = {(byte) 0x81, (byte) Integer.parseInt(second, 16)};
        assertThat(TextEncoding.GB18030.characterLength(text, 0)).isEqualTo(length);
        assertThat(TextEncoding.GB18030.characterLength(new byte[] {(byte) 0x81}, 0))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "utf8, UTF8",
        "UNICODE, UTF8",
        "EUC_JIS_2004, EUC_JP",
        "JOHAB, EUC_KR",
        "EUC_TW, EUC_TW",
        "SHIFT_JIS_2004, SJIS",
        "EUC_CN, DOUBLE_BYTE",
        "UHC, DOUBLE_BYTE",
        "GB18030, GB18030",
        "SQL_ASCII, SINGLE_BYTE",
        "KOI8R, SINGLE_BYTE"
    })
    void hasTheServersName(String name, TextEncoding encoding) {
        assertThat(TextEncoding.named(name)).isEqualTo(encoding);
    }

    @Test
    void controlCharactersAndAsciiAreAlikeEverywhere() {
        for (TextEncoding encoding : TextEncoding.values()) {
            assertThat(encoding.characterWidth(new byte[] {7}, 0)).isEqualTo(-1);
            assertThat(encoding.characterWidth(new byte[] {0}, 0)).isZero();
            assertThat(encoding.characterLength(new byte[] {0}, 0)).isEqualTo(1);
            assertThat(encoding.characterWidth(new byte[] {'~'}, 0)).isEqualTo(1);
        }
    }

    @Test
    void onlyUtf8DropsBytes() {
        byte[] broken = {'a', (byte) 0xff, 'b'};
        assertThat(TextEncoding.UTF8.validated(broken)).isEqualTo("ab".getBytes(StandardCharsets.US_ASCII));
        assertThat(TextEncoding.SJIS.validated(broken)).isEqualTo(broken);
    }
}
