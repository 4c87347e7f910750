package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands after {@code %if}, on servers and machines of several kinds. */
class ConditionTest {
    private static final Map<String, Environment> PLACES = Map.of(
            "9.6", new Environment(ServerVersion.parse("9.6"), "linux", tool -> true),
            "11", new Environment(ServerVersion.ofMajor(11), "macos", tool -> false),
            "12.3", new Environment(ServerVersion.parse("12.3"), "linux", tool -> tool.equals("pg_rewind")),
            "17", new Environment(ServerVersion.ofMajor(17), "windows", tool -> true));

    private static String places(String condition) {
        return String.join(
                " ",
                List.of("9.6", "11", "12.3", "17").stream()
                        .filter(place -> holds(condition, Objects.requireNonNull(PLACES.get(place))))
                        .toList());
    }

    private static boolean holds(String condition, Environment place) {
        return Texts.parse("%if " + condition, "lab> up", "%end", "", "lab> down").resolve(place).steps().stream()
                .anyMatch(step -> step.step() instanceof Step.LabCommand lab
                        && lab.command().equals("up"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "pg < 12                            ~ 9.6 11",
                "pg <= 12                           ~ 9.6 11 12.3",
                "pg > 12                            ~ 17",
                "pg >= 12                           ~ 12.3 17",
                "pg >= 12.4                         ~ 17",
                "pg == 12                           ~ 12.3",
                "pg = 12.3                          ~ 12.3",
                "pg != 12                           ~ 9.6 11 17",
                "pg == 9.6-11                       ~ 9.6 11",
                "pg != 9.6-11                       ~ 12.3 17",
                "pg in 9.6, 17                      ~ 9.6 17",
                "pg in 9.6 - 11                     ~ 9.6 11",
                "pg in 9.6-11,17                    ~ 9.6 11 17",
                "os == linux                        ~ 9.6 12.3",
                "os = macos                         ~ 11",
                "os != linux                        ~ 11 17",
                "tool(pg_rewind)                    ~ 9.6 12.3 17",
                "tool ( pg_dump )                   ~ 9.6 17",
                "not pg < 12                        ~ 12.3 17",
                "! pg < 12                          ~ 12.3 17",
                "not not pg < 12                    ~ 9.6 11",
                "pg < 12 and os == linux            ~ 9.6",
                "pg < 12 && os == linux             ~ 9.6",
                "pg < 12 or os == linux             ~ 9.6 11 12.3",
                "pg < 12 || os == linux             ~ 9.6 11 12.3",
                "pg == 17 or pg < 12 and os == linux  ~ 9.6 17",
                "(pg == 17 or pg < 12) and os == linux ~ 9.6",
                "not pg == 17 and os != linux       ~ 11",
                "not (pg == 17 and os != linux)     ~ 9.6 11 12.3",
                "pg<12 and os==linux                ~ 9.6",
            })
    void holdsThere(String condition, String places) {
        assertThat(places(condition)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "pg              ~ 7  ~ expected an operator after pg, found the end of the line",
                "pg < x          ~ 10 ~ expected a PostgreSQL version, found \"x\"",
                "pg < 9.6-11     ~ 10 ~ expected a PostgreSQL version, found \"9.6-11\"",
                "pg in x         ~ 11 ~ expected PostgreSQL versions, found \"x\"",
                "pg == x         ~ 11 ~ expected PostgreSQL versions, found \"x\"",
                "pg in 11-       ~ 11 ~ expected PostgreSQL versions, found \"11-\"",
                "pg in           ~ 10 ~ expected PostgreSQL versions, found the end of the line",
                "os linux        ~ 8  ~ expected == or != after os, found \"linux\"",
                "os != beos      ~ 11 ~ expected linux, macos, windows, found \"beos\"",
                "tool pg_rewind  ~ 10 ~ expected \"(\", found \"pg_rewind\"",
                "tool(           ~ 10 ~ expected a program's name, found the end of the line",
                "tool(x          ~ 11 ~ expected \")\", found the end of the line",
                "(pg < 12        ~ 13 ~ expected \")\", found the end of the line",
                "pg < 12 pg      ~ 13 ~ unexpected \"pg\"",
                "pg < 12 and     ~ 16 ~ expected pg, os, lang or tool(NAME), found the end of the line",
                "я               ~ 5  ~ expected pg, os, lang or tool(NAME), found \"я\"",
                "not             ~ 8  ~ expected pg, os, lang or tool(NAME), found the end of the line",
            })
    void saysWhatIsWrong(String condition, int column, String problem) {
        assertThat(Texts.errors("%if " + condition, "lab> up", "%end"))
                .singleElement()
                .asString()
                .startsWith("x.lab:1:" + column + ": ERROR:  invalid condition: " + problem + "\n");
    }

    @Test
    void isNotReadWithoutEnd() {
        String deep = "not ".repeat(499);
        assertThat(Texts.errors("%if " + deep + "pg < 12", "lab> up", "%end"))
                .singleElement()
                .asString()
                .contains("invalid condition: more than 500 words");
        assertThat(places("not ".repeat(490) + "pg < 12")).isEqualTo("9.6 11");
    }
}
