package dev.pgduo.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, -1",
        "1f, -1",
        "20, 1",
        "7e, 1",
        "7f, -1",
        "9f, -1",
        "a0, 1",
        "e9, 1",
        "2ff, 1",
        "300, 0",
        "36f, 0",
        "370, 1",
        "4e00, 2",
        "ac00, 2",
        "ff21, 2",
        "ff8a, 1",
        "1f600, 2",
        "3fffd, 2",
        "10ffff, 1",
        "110000, -1"
    })
    void countsColumnsAsPsql(String codePoint, int columns) {
        assertThat(DisplayWidth.of(Integer.parseInt(codePoint, 16))).isEqualTo(columns);
    }

    @Test
    void addsUpATextOnOneLine() {
        assertThat(DisplayWidth.of("a\t列e\u0301")).isEqualTo(4);
    }

    /** Combining characters belong to what stands before them; the middle of a wide one is nowhere. */
    @ParameterizedTest
    @CsvSource({
        "abc, 0, 0",
        "abc, 1, 1",
        "abc, 3, 3",
        "abc, 5, 3",
        "'', 0, 0",
        "'', 2, 0",
        "日b, 1, -1",
        "日b, 2, 1",
        "日b, 3, 2",
        "日, 1, -1",
        "e\u0301b, 1, 2",
        "\u0301b, 0, 1",
        "😀b, 2, 2",
        "😀b, 1, -1",
        "a\u0301, 1, 2",
        "a\u0007b, 1, 1",
        "a\u0007b, 2, 3"
    })
    void findsTheCharAtAColumn(String text, int column, int index) {
        assertThat(DisplayWidth.indexAt(text, column)).isEqualTo(index);
    }
}
