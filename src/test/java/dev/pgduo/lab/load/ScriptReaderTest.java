package dev.pgduo.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgduo.report.Position;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
    private static @Nullable Position place(String text) {
        ScriptError error = catchThrowableOfType(ScriptError.class, () -> ScriptReader.read("f", text, 1));
        return error.report().position();
    }

    @Test
    void saysWhereAnExpressionIsWrong() {
        assertThat(place("select 1;\n\\set a 1 +\n")).isEqualTo(new Position("f", 2, 11));
        assertThat(place("\\set a 1 + ) 2")).isEqualTo(new Position("f", 1, 12));
        assertThat(place("  \\frob x")).isEqualTo(new Position("f", 1, 3));
        assertThat(place("select 1 \\frob")).isEqualTo(new Position("f", 1, 10));
    }

    private static List<ScriptCommand.Sql> statements(String text) {
        return ScriptReader.read("f", text, 1).commands().stream()
                .filter(ScriptCommand.Sql.class::isInstance)
                .map(ScriptCommand.Sql.class::cast)
                .toList();
    }

    @Test
    void knowsWhereEachStatementBegins() {
        assertThat(statements("\n  select 1; select\n 2;select 3;\n\\set a 1\nselect 4;"))
                .extracting(ScriptCommand.Sql::place)
                .containsExactly(
                        new Position("f", 2, 3),
                        new Position("f", 2, 13),
                        new Position("f", 3, 4),
                        new Position("f", 5, 1));
    }

    @Test
    void findsAPlaceAgainBehindTheValuesOfVariables() {
        ScriptCommand.Sql sql = statements("\n  select :long, x,\n  :short, y;").get(0);
        Values values = new Values(new Random());
        values.set("long", "123456789");
        values.set("short", "1");
        String filled = sql.filled(values);
        assertThat(sql.place(values, 1)).isEqualTo(new Position("f", 2, 3));
        assertThat(sql.place(values, filled.indexOf("x") + 1)).isEqualTo(new Position("f", 2, 17));
        assertThat(sql.place(values, filled.indexOf("56789") + 1)).isEqualTo(new Position("f", 2, 10));
        assertThat(sql.place(values, filled.indexOf("y") + 1)).isEqualTo(new Position("f", 3, 11));
    }
}
