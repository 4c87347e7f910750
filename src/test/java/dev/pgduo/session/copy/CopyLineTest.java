package dev.pgduo.session.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.session.copy.CopyLine.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyLineTest {
    @Test
    void readsTablesAndFiles() throws CopyLine.Wrong {
        assertThat(CopyLine.of("s.\"T t\" (a, b) from '/x y/it''s' csv header", true))
                .isEqualTo(new CopyLine(" s.\"T t\" ( a, b )", true, Place.FILE, "/x y/it's", "csv header"));
    }

    @Test
    void readsQueriesAndPrograms() throws CopyLine.Wrong {
        assertThat(CopyLine.of("(select ')' from (values (1)) v) TO program 'cat >/dev/null'", true))
                .isEqualTo(new CopyLine(
                        " ( select ')' from ( values ( 1 ) ) v )", false, Place.PROGRAM, "cat >/dev/null", ""));
    }

    @ParameterizedTest
    @CsvSource({"t from stdin, SESSION", "t to STDOUT, SESSION", "t from pstdin, PROCESS", "t to x;, FILE"})
    void knowsWhereTheDataIs(String line, Place place) throws CopyLine.Wrong {
        assertThat(CopyLine.of(line, true).place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "t foo, \\copy: parse error at \"foo\"",
                "t from, \\copy: parse error at end of line",
                "t from program cat, \\copy: parse error at \"cat\""
            })
    void saysWhereItDoesNotUnderstand(String line, String complaint) {
        assertThatThrownBy(() -> CopyLine.of(line, true)).hasMessage(complaint);
    }
}
