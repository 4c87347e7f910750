package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotingTest {
    @Test
    void quotesForTheServer() {
        assertThat(Quoting.literal("it's")).isEqualTo("'it''s'");
        assertThat(Quoting.literal("\\")).isEqualTo(" E'\\\\'");
        assertThat(Quoting.literal("\\a'b")).isEqualTo(" E'\\\\a''b'");
        assertThat(Quoting.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "My|my|My",
                "\"My\"|My|My",
                "\"a\"\"b\"|a\"b|a\"b",
                "A\"B\"C|aBc|ABC",
                "a\"\"B|ab|aB",
                "\"A|A|A",
                "ÉZ|Éz|ÉZ",
            })
    void dequotes(String word, String lower, String kept) {
        assertThat(Quoting.dequoted(word, true)).isEqualTo(lower);
        assertThat(Quoting.dequoted(word, false)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"a/b.c:1-2_X|a/b.c:1-2_X", "a b|'a b'", "it's|'it'\"'\"'s'", "~~|''", "a$|'a$'"})
    void quotesForAShell(String value, String word) {
        assertThat(Quoting.shellWord(value)).isEqualTo(word);
    }
}
