package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prompt after some lines, as psql shows it. */
class InputStateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            select 1;                                                     | =>
            select 1                                                      | ->
            -- only a comment                                             | =>
            /* only a comment */                                          | =>
            /* a /* comment */ goes on                                    | *>
            select (1;                                                    | (>
            select 'it;                                                   | '>
            select e'it\\';                                               | '>
            select 'it\\';                                                | =>
            select $a$ ; $b$                                              | $>
            select 1 \\g                                                  | =>
            select 1 \\; select 2                                         | ->
            select 1 \\echo x                                             | ->
            \\echo x \\\\ select 1                                        | ->
            \\! ls \\\\ select 1                                          | =>
            create function f() returns int begin atomic select 1;        | ->
            create function f() returns int begin atomic select 1; end;   | =>
            select 1; select                                              | ->
            select (1 \\r                                                 | =>
            select (1 \\g \\\\ select 1                                   | ->
            \\copy t from x \\\\ select 1                                 | =>
            \\q                                                           | =>
            select 1 \\gfoo                                               | ->
            select 'a' \\bind 1 \\g                                       | =>
            \\\\ select 1                                                 | =>
            """)
    void showsThePromptOfPsql(String line, String prompt) {
        InputState state = new InputState();
        state.feed(line);
        assertThat(state.prompt()).isEqualTo(prompt);
        assertThat(state.complete()).isEqualTo(prompt.equals("=>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1 | ; | =>
            select ( | 1) | ->
            -- a     | select | ->
            select '  | -- ' ; | =>
            select (1 \\r | select 1 | ->
            create function f() begin atomic \\r | select 1; | =>
            select (1; | select 2 | (>
            """)
    void keepsItsStateBetweenLines(String first, String second, String prompt) {
        InputState state = new InputState();
        state.feed(first);
        state.feed(second);
        assertThat(state.prompt()).isEqualTo(prompt);
    }
}
