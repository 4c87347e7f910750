package dev.pgduo.session.describe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** psql's pattern language. */
final class NamePatternTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "author,^(author)$",
                "AUTHOR,^(author)$",
                "\"AUTHOR\",^(AUTHOR)$",
                "a*b?,^(a.*b.)$",
                "\"a*b?\",^(a\\*b\\?)$",
                "a\"B.\"c,^(aB\\.c)$",
                "\"a\"\"b\",^(a\"b)$",
                "$x,^(\\$x)$",
                "int[],^(int\\[])$",
                "[ab],^([ab])$",
                "a|b,^(a|b)$",
                "größe,^(größe)$",
            })
    void becomesARegularExpression(String pattern, String expression) {
        assertThat(NamePattern.of(pattern, 3, false).name()).isEqualTo(expression);
    }

    @Test
    void hasUpToThreeParts() {
        assertThat(NamePattern.of("S.t", 3, false)).isEqualTo(new NamePattern("^(t)$", "^(s)$", "s", 1));
        assertThat(NamePattern.of("db.S.t", 3, false)).isEqualTo(new NamePattern("^(t)$", "^(s)$", "db", 2));
        assertThat(NamePattern.of("a.b.c.d", 3, false)).isEqualTo(new NamePattern("^(c.d)$", "^(b)$", "a", 3));
        assertThat(NamePattern.of("a.b", 1, false)).isEqualTo(new NamePattern("^(a.b)$", null, "a", 1));
    }

    @Test
    void takesOperatorsAsTheyStand() {
        assertThat(NamePattern.of("+|(", 3, true).name()).isEqualTo("^(\\+\\|\\()$");
        assertThat(NamePattern.of("*", 3, true).name()).isEqualTo(NamePattern.ANY);
    }
}
