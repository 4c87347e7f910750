package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedInputTest {
    private final TypedInput input = new TypedInput();

    private String after(String line) {
        input.feed(line);
        return (input.complete() ? "whole " : "open ") + input.prompt();
    }

    @Test
    void rowsGoOnToTheirEnd() {
        assertThat(after("copy t")).isEqualTo("open ->");
        assertThat(after("from stdin;")).isEqualTo("open >>");
        assertThat(after("select '")).isEqualTo("open >>");
        assertThat(after("")).isEqualTo("open >>");
        assertThat(after("\\. ")).isEqualTo("open >>");
        assertThat(after("\\.")).isEqualTo("whole =>");
        assertThat(after("select 1;")).isEqualTo("whole =>");
        assertThat(after("select '")).isEqualTo("open '>");
    }
}
