package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlScannerTest {
    private final StringBuilder buffer = new StringBuilder();
    private final SqlScanner scanner = new SqlScanner(buffer);

    private List<String> statements(String line) {
        List<String> statements = new ArrayList<>();
        scanner.line(line);
        while (scanner.scan() == SqlScanner.Stop.SEMICOLON) {
            statements.add(buffer.toString());
            buffer.setLength(0);
        }
        return statements;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select 1; select 2;           | 2",
                "select ';'; select 2;         | 2",
                "select 'it''s;'; select 2;    | 2",
                "select E'\\';'; select 2;     | 2",
                "select 'a\\'; select 2;       | 2",
                "select \";\"; select 2;       | 2",
                "select $$;$$; select 2;       | 2",
                "select $a$;$$;$b$;$a$; x;     | 2",
                "select a$b;c$b;               | 2",
                "select /* ; /* ; */ ; */ 1;   | 1",
                "select 1 -- ; 2;              | 0",
                "(select 1; select 2);         | 1",
                "select 1 \\; select 2;        | 1",
                "begin; end;                   | 2",
                "select 'open;                 | 0",
                "select U&'\\'; x;             | 2",
                "select b'\\'; x'\\'; x;       | 3",
                "select ae'\\'; x;             | 2",
                "select $1$;$1$;               | 2",
                "select $é$;$é$; x;            | 2",
                "select a $; x;                | 2",
                "select $a b$; x;              | 2",
                "select :'none'; x;            | 2",
                "select :\"none\"; x;          | 2",
                "select a::int; b := 1; :;     | 3",
                "select 1 / 2; 3 * 4; - 5;     | 3",
                "select 1 /* ; */; x;          | 2",
                "select /* /* */; */ 1; x;     | 2",
                "select ') ;'); x;             | 2",
                "); x;                         | 2",
                "((1;) 2;); x;                 | 2",
                "create function f() begin atomic 1; end; x;           | 2",
                "create function f() begin atomic case; end; end; x;   | 2",
                "create procedure f() begin atomic 1; 2; end; x;       | 2",
                "create or replace function f() begin atomic 1; end;   | 1",
                "create table f (begin int); x;                        | 2",
                "x; create function f() begin atomic 1; end; begin; 2; | 4",
                "create function f(begin int); x;                      | 2",
                "create function f() end; x;                           | 2",
                "create function f() case end; x;                      | 2",
            })
    void findsTheEndOfEachStatement(String line, int count) {
        assertThat(statements(line)).hasSize(count);
    }

    @Test
    void keepsABodyWithSemicolonsTogether() {
        assertThat(statements("create or replace procedure p() begin atomic select case when true then 1 end; end; x;"))
                .hasSize(2);
    }

    @Test
    void dropsWhatStandsBeforeAQueryButNotInside() {
        assertThat(statements("   -- only a comment")).isEmpty();
        assertThat(buffer).isEmpty();
        statements("  select 1 -- kept");
        assertThat(buffer).hasToString("select 1 -- kept");
    }

    @Test
    void sendsABackslashedSemicolonWithoutItsBackslash() {
        assertThat(statements("select 1\\; select 2;")).containsExactly("select 1; select 2;");
    }

    @Test
    void putsVariablesIn() {
        Map<String, String> values = Map.of("x", "5", "s", "it's", "loop", ":loop");
        scanner.variables(name -> Optional.ofNullable(values.get(name)));
        assertThat(statements("select :x, :'s', :\"s\", a::int, ':x', :none, :{?x}, :loop;"))
                .containsExactly("select 5, 'it''s', \"it's\", a::int, ':x', :none, TRUE, :loop;");
    }

    @Test
    void stopsAtABackslash() {
        scanner.line("select 1 \\g");
        assertThat(scanner.scan()).isEqualTo(SqlScanner.Stop.BACKSLASH);
        assertThat(buffer).hasToString("select 1 ");
        assertThat(scanner.line().rest()).isEqualTo("g");
    }

    /** Without {@code standard_conforming_strings} a backslash escapes in plain quotes, and in no others that are not E's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select '\\'; x;   | 0",
                "select '\\''; x;  | 2",
                "select b'\\'; x;  | 2",
                "select X'\\'; x;  | 2",
                "select u&'\\'; x; | 2",
                "select e'\\'; x;  | 0",
                "select be'\\'; x; | 0",
            })
    void knowsOtherStrings(String line, int count) {
        scanner.standardStrings(false);
        assertThat(statements(line)).hasSize(count);
    }

    @Test
    void isNewAfterAReset() {
        statements("create function f() begin atomic (select 1; /* ");
        assertThat(scanner.inQuote()).isTrue();
        assertThat(scanner.parentheses()).isEqualTo(1);
        buffer.setLength(0);
        scanner.reset();
        assertThat(scanner.inQuote()).isFalse();
        assertThat(scanner.parentheses()).isZero();
        assertThat(statements("select 1; select 2;")).hasSize(2);
    }

    @Test
    void remembersParentheses() {
        statements("(( ");
        assertThat(scanner.parentheses()).isEqualTo(2);
        scanner.parentheses(1);
        assertThat(scanner.mark()).isEqualTo('(');
        scanner.parentheses(0);
        assertThat(scanner.mark()).isEqualTo('-');
    }

    @Test
    void aBackslashedSemicolonEndsABody() {
        assertThat(statements("create function f() begin atomic \\; select 1; x;"))
                .hasSize(2);
        buffer.setLength(0);
        assertThat(statements("create function f() begin atomic \\: select 1; end; x;"))
                .hasSize(2);
        assertThat(statements("select a\\:b;")).containsExactly("select a:b;");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~\u000b~, true",
                "~\f~, true",
                "~\t~, true",
                "~\r~, true",
                "~\b~, false",
                "~\u000e~, false",
                "~\u0080~, false"
            })
    void dropsBlanksBeforeAStatement(String blank, boolean dropped) {
        assertThat(statements(blank + "select 1;")).containsExactly((dropped ? "" : blank) + "select 1;");
    }

    @Test
    void commentsEndWithTheirLineAlsoInsideAValue() {
        scanner.variables(name -> name.equals("v") ? Optional.of("-- a;\n 1") : Optional.empty());
        assertThat(statements("select :v; x;")).containsExactly("select -- a;\n 1;", "x;");
        assertThat(statements(":v;")).containsExactly("1;");
    }

    @Test
    void expandsAVariableAgainButNotInItself() {
        List<String> complaints = new ArrayList<>();
        Map<String, String> values = Map.of("x", ":y + :x", "y", "2", "two", "1; select 2");
        scanner.variables(name -> Optional.ofNullable(values.get(name)));
        scanner.complaints(complaints::add);
        assertThat(statements("select :x, :x, :y;")).containsExactly("select 2 + :x, 2 + :x, 2;");
        String said = "skipping recursive expansion of variable \"x\"";
        assertThat(complaints).containsExactly(said, said);
        assertThat(statements("select :two, :{?two}, :{?no}, :'y':\"y\";"))
                .containsExactly("select 1;", "select 2, TRUE, FALSE, '2'\"2\";");
    }
}
