package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyRowsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t from stdin;",
                "COPY t (a, b) FROM STDIN WITH (format csv);",
                "\\copy t from stdin",
                "\\copy t from pstdin csv",
                "select 1; copy t from stdin;",
                "copy t\n  from stdin\n;"
            })
    void follow(String input) {
        assertThat(CopyRows.follow(input)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy t to stdout;",
                "copy t from '/x';",
                "copy t from stdin; select 1;",
                "select copies from stdin_t;",
                "\\copy t from program 'x'",
                "copyt from stdin;",
                "copy t from stdins;"
            })
    void doNotFollow(String input) {
        assertThat(CopyRows.follow(input)).isFalse();
    }
}
