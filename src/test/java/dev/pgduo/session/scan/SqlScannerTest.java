package dev.pgduo.session.scan;

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
}
