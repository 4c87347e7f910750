package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines are whose output. */
class BlocksTest {
    /** Each running step's kind, what was typed, and its output in brackets. */
    private static List<String> blocks(String... lines) {
        return told(Texts.PG15, lines);
    }

    private static List<String> told(Environment environment, String... lines) {
        return Texts.parse(lines).resolve(environment).steps().stream()
                .filter(step -> step.step().governed())
                .map(BlocksTest::told)
                .toList();
    }

    private static String told(ResolvedStep step) {
        return typed(step.step())
                + step.expected().lines().stream().map(ExpectedLine::written).toList();
    }

    private static String typed(Step step) {
        if (step instanceof Step.OsCommand os) {
            return os.node() + " " + os.command() + " ";
        }
        if (step instanceof Step.SqlInput sql) {
            return sql.session() + " " + sql.input().replace("\n", "/") + " ";
        }
        if (step instanceof Step.LateOutput late) {
            return "late " + late.session() + " ";
        }
        return step instanceof Step.SessionOpen open ? "open " + open.session() + " " : "lab ";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "`    `      ~ `    x`        ~ x",
                "`    `      ~ `      x`      ~ `  x`",
                "`    `      ~ `\tx`          ~ x",
                "`    `      ~ `   x`         ~ none",
                "`    `      ~ x              ~ none",
                "`    `      ~ `    `         ~ ``",
                "`    `      ~ `     `        ~ ` `",
                "`    `      ~ `   `          ~ none",
                "`    `      ~ ``             ~ none",
                "`    `      ~ `    | x`      ~ `| x`",
                "`    `      ~ `\t| x`        ~ none",
                "``          ~ x              ~ x",
                "``          ~ `  `           ~ none",
                "`    |    ` ~ `    |    x`   ~ x",
                "`    |    ` ~ `    |      x` ~ `  x`",
                "`    |    ` ~ `    |  x`     ~ x",
                "`    |    ` ~ `    |x`       ~ x",
                "`    |    ` ~ `    |`        ~ ``",
                "`    |    ` ~ `\t|\tx`       ~ x",
                "`    |    ` ~ `|     x`      ~ ` x`",
                "`    |    ` ~ `    ||    x`  ~ none",
                "`    |    ` ~ `    x`        ~ none",
                "`    |    ` ~ `    `         ~ none",
                "`    ||    ` ~ `  ||    x`   ~ x",
            })
    void aPrefixIsTakenOff(String prefix, String line, String rest) {
        assertThat(new BlockPrefix(prefix).strip(line)).isEqualTo(rest);
    }

    @Test
    void aBlankLineEndsTheOutputOfAPrompt() {
        assertThat(blocks("postgres> ls", "a", " b", "", "c", "lab> up", "d", "postgres2> ls"))
                .containsExactly("a ls [a,  b]", "lab [d]", "b ls []");
    }

    @Test
    void oneBlankLineThatLostItsPrefixIsInside() {
        assertThat(blocks("    => select 1;", "     1", "", "    (1 row)"))
                .containsExactly("1 select 1; [ 1, , (1 row)]");
        assertThat(blocks("    => select 1;", "     1", "", "", "    (1 row)"))
                .containsExactly("1 select 1; [ 1]", "late 1 [(1 row)]");
        assertThat(blocks("    => select 1;", "     1", "    ", "", "    x"))
                .containsExactly("1 select 1; [ 1, ]", "late 1 [x]");
        assertThat(blocks("    => select 1;", "     1", "", "    => select 2;"))
                .containsExactly("1 select 1; [ 1]", "1 select 2; []");
        assertThat(blocks("postgres> ls", "a", "", "    b", "lab> up")).containsExactly("a ls [a]", "lab []");
    }

    @Test
    void aLineThatAnotherSessionWaitsForIsItsOwn() {
        assertThat(blocks("    |    => select 2;", "", "    => select 1;", "     1", "", "    |    2"))
                .containsExactly("2 select 2; []", "1 select 1; [ 1]", "late 2 [2]");
        assertThat(blocks("    => select 1;", "", "    |    => select 2;", "    |    2", "", "    1"))
                .containsExactly("1 select 1; []", "2 select 2; [2]", "late 1 [1]");
        assertThat(blocks("    => select 1;", "", "Words", "    1", "", "lab> up"))
                .containsExactly("1 select 1; []", "late 1 [1]", "lab []");
        assertThat(blocks("    => select 1;", "    1", "", "Words", "    and more", "", "lab> up"))
                .containsExactly("1 select 1; [1]", "lab []");
    }

    @Test
    void branchesOfOutputAndOfSteps() {
        String[] lines = {
            "postgres> ls", "a", "%if pg < 12", "b", "%elif pg == 15", "c", "%else", "d", "%end", "e", "", "lab> up"
        };
        assertThat(blocks(lines)).containsExactly("a ls [a, c, e]", "lab []");
        assertThat(told(new Environment(ServerVersion.ofMajor(11), "linux", tool -> true), lines))
                .first()
                .isEqualTo("a ls [a, b, e]");
        assertThat(told(new Environment(ServerVersion.ofMajor(17), "linux", tool -> true), lines))
                .first()
                .isEqualTo("a ls [a, d, e]");
        assertThat(blocks("    => select 1;", "%if pg == 15", "", "     1", "", "%else", "     2", "%end"))
                .containsExactly("1 select 1; [ 1]");
        assertThat(blocks("postgres> ls", "%if pg == 15", "a", "", "postgres> pwd", "b", "%end"))
                .containsExactly("a ls []", "a pwd [b]");
        assertThat(blocks(
                        "    => select 1;",
                        "%if pg == 15",
                        "     1",
                        "%if os == linux",
                        "     2",
                        "%end",
                        "%end",
                        "     3"))
                .containsExactly("1 select 1; [ 1,  2,  3]");
        assertThat(blocks("postgres> ls", "%if pg < 12", "%end", "a", "", "lab> up"))
                .containsExactly("a ls []", "lab []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "%if pg < 12 ^ lab> up ^ %else x ^ %end ^ lab> down ~ 3:7: ERROR:  directive \"%else\" takes no argument",
                "%if pg < 12 ^ lab> up ^ %end x ^ lab> down         ~ 3:6: ERROR:  directive \"%end\" takes no argument",
                "%if pg < 12 ^ lab> up ^ %else ^ %else ^ %end       ~ 4:1: ERROR:  \"%else\" after \"%else\"",
                "%if pg < 12 ^ lab> up ^ %else ^ %elif pg < 9.6 ^ %end ~ 4:1: ERROR:  \"%elif\" after \"%else\"",
                "lab> up ^ %elif pg < 12 ^ x                        ~ 2:1: ERROR:  \"%elif\" without \"%if\"",
                "lab> up ^ %if x ^ a ^ %end                         ~ 2:5: ERROR:  invalid condition",
                "lab> up ^ a ^ b[ (re) ^ c                          ~ 3:2: ERROR:  invalid regular expression",
                "    => select 1; ^ `    я[ (re)`                   ~ 2:6: ERROR:  invalid regular expression",
            })
    void saysWhatIsWrongAndWhere(String lines, String error) {
        assertThat(Texts.errors(lines.replace("`", "").split(" \\^ ", -1)))
                .first()
                .asString()
                .startsWith("x.lab:" + error);
    }

    @Test
    void branchesMayBeInOneAnotherButNotForEver() {
        String deep = "%if pg < 12\n".repeat(200) + "lab> up\n" + "%end\n".repeat(200) + "lab> down\n";
        assertThat(Texts.errors(deep.split("\n", -1)))
                .singleElement()
                .asString()
                .contains("\"%if\" in one another\nHINT:  Join the conditions");
        String fine = "%if pg == 15\n".repeat(20) + "lab> up\n" + "%end\n".repeat(20) + "lab> down\n";
        assertThat(blocks(fine.split("\n", -1))).containsExactly("lab []", "lab []");
    }

    @Test
    void aStatementGoesOnOverLines() {
        assertThat(blocks("    => select (1", "    (> + 2)", "    -> ;", "     3"))
                .containsExactly("1 select (1/+ 2)/; [ 3]");
        assertThat(blocks("    => select 'a", "      b", "    c';", "     x"))
                .containsExactly("1 select 'a/  b/c'; [ x]");
        assertThat(blocks("    => select 1 -", "    ->", "    -> 2;", "     x"))
                .containsExactly("1 select 1 -//2; [ x]");
    }

    @Test
    void aStatementMustEnd() {
        assertThat(Texts.errors("    => select 1", "    |    => select 2;", "     x"))
                .singleElement()
                .asString()
                .contains("the statement never ends");
        assertThat(Texts.errors("    => select 1", "    => , 2;", "     x"))
                .singleElement()
                .asString()
                .contains("the statement never ends");
        assertThat(Texts.errors("    => select 1", "", "lab> up"))
                .singleElement()
                .asString()
                .contains("the statement never ends");
    }

    @Test
    void rowsOfACopyAreTyped() {
        assertThat(blocks("    => copy t from stdin;", "    >> 1", "    >>", "    >> \\.", "    COPY 2"))
                .containsExactly("1 copy t from stdin;/1//\\. [COPY 2]");
        assertThat(blocks("    => copy t from stdin;", "    1", "    2", "    \\.", "    COPY 2"))
                .containsExactly("1 copy t from stdin;/1/2/\\. [COPY 2]");
        assertThat(blocks("    => copy t from stdin;", "    >> 1", "    COPY 1"))
                .containsExactly("1 copy t from stdin;/1 [COPY 1]");
        assertThat(blocks("    => copy t from stdin;", "    1", "    2"))
                .containsExactly("1 copy t from stdin; [1, 2]");
        assertThat(blocks("    => copy t to stdout;", "    >> 1")).containsExactly("1 copy t to stdout; [>> 1]");
    }
}
