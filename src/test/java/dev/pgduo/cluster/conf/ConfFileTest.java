package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfFileTest {
    private static ConfFile parse(String text) {
        return ConfFile.parse(text, "postgresql.conf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "port = 5432|5432",
                "PORT 5432|5432",
                "port=5432# comment|5432",
                "port='5432' # comment|5432",
                "port'5432'|5432",
                "port = 128MB|128MB",
                "port = 0x1F|0x1F",
                "port = -1|-1",
                "port = .5e3|.5e3",
                "port = pg_log/a-b:c|pg_log/a-b:c",
                "port = 'it''s'|it's",
                "port = 'it\\'s'|it's",
                "port = 'a#b'|a#b",
                "port = '\\303\\251'|é",
                "port = ''''|'",
            })
    void readsValues(String line, String value) {
        ConfFile file = parse(line + "\r\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.value("Port")).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "foo|near end of line|4",
                "foo =|near end of line|6",
                "foo = # bar|near end of line|7",
                "= 3|near token \"\"=\"\"|1",
                "port = 1 2|near token \"\"2\"\"|10",
                "x.a = 1.5MB|near token \"\"MB\"\"|10",
                "x.a = pg.log|near token \"\"pg.log\"\"|7",
                "a.b.c = 1|near token \"\"a.b.c\"\"|1",
                "x.a = 'it|near token \"\"'\"\"|7",
                "x.a = 'é' %|near token \"\"%\"\"|11",
            })
    void complainsAsTheServerDoes(String line, String near, int column) {
        ConfFile file = parse("# first\n" + line.replace("\"\"", "\"") + "\n");
        assertThat(file.entries()).isEmpty();
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.render())
                        .isEqualTo("postgresql.conf:2:" + column
                                + ": ERROR:  syntax error in file \"postgresql.conf\" line 2, "
                                + near.replace("\"\"", "\"")));
    }

    @Test
    void lastLineWins() {
        ConfFile file = parse("port = 1\nPort = 2\n");
        assertThat(file.entry("port")).contains(new ConfFile.Entry("Port", "2", 2, "Port = 2\n"));
        assertThat(file.entries()).hasSize(2);
    }

    @Test
    void changesTheLastLineAndKeepsItsSpacingAndComment() {
        ConfFile file = parse("port = 1\n  Port\t=  2   # really\r\nx = 1");
        assertThat(file.set("port", "5433").text()).isEqualTo("port = 1\n  Port\t=  5433   # really\r\nx = 1");
        assertThat(file.set("port", "a b").text()).isEqualTo("port = 1\n  Port\t=  'a b'   # really\r\nx = 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "port = '1'|2|port = '2'",
                "port+1|2|port'2'",
                "port = 1#c|64kB|port = 64kB#c",
                "port = a|1.5MB|port = '1.5MB'"
            })
    void keepsTheQuotingWhereItCan(String line, String value, String changed) {
        assertThat(parse(line).set("port", value).text()).isEqualTo(changed);
    }

    @Test
    void putsANewSettingUnderItsCommentedDefault() {
        ConfFile file = parse("""
                # port = 5432 is what most use
                #port = 5432\t\t# (change requires restart)
                \t\t\t# and more about it
                #max_connections = 100
                """);
        assertThat(file.set("port", "5433").text()).isEqualTo("""
                        # port = 5432 is what most use
                        #port = 5432\t\t# (change requires restart)
                        \t\t\t# and more about it
                        port = '5433'
                        #max_connections = 100
                        """);
    }

    @Test
    void endsAnUnendedLastLineBeforeANewOne() {
        assertThat(parse("a = 1\r\nb = 2").set("c", "3").text()).isEqualTo("a = 1\r\nb = 2\r\nc = '3'\r\n");
        assertThat(parse("").append("c", "3").text()).isEqualTo("c = '3'\n");
        assertThat(parse("a = 1\n").appendLine("# x").text()).isEqualTo("a = 1\n# x\n");
    }

    @Test
    void resetsEveryLine() {
        assertThat(parse("port = 1\n#port = 2\nPORT 3\nports = 4\n")
                        .reset("port")
                        .text())
                .isEqualTo("#port = 2\nports = 4\n");
    }

    @Test
    void listsIncludesApart() {
        ConfFile file = parse("include 'a.conf'\nInclude_Dir = d\ninclude_if_exists b\nincludes = 1\n");
        assertThat(file.includes()).extracting(ConfFile.Entry::value).containsExactly("a.conf", "d", "b");
        assertThat(file.entries()).extracting(ConfFile.Entry::name).containsExactly("includes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "1x", "a.b.c", "x='1'", "a\n"})
    void refusesNamesThatNoLineCanHave(String name) {
        assertThatThrownBy(() -> parse("").set(name, "1"))
                .isInstanceOf(LabException.class)
                .hasMessage("invalid configuration parameter name \"" + name + "\"");
    }

    @Test
    void refusesANewline() {
        assertThatThrownBy(() -> parse("port = 1").set("port", "1\n2")).isInstanceOf(LabException.class);
    }

    @Test
    void saysWhatAnEditDid() {
        ConfFile old = parse("port = 1\n");
        assertThat(ConfEdit.between(old, old.set("port", "2"), "port"))
                .hasToString("ConfEdit[file=postgresql.conf, line=1, before=Optional[1], after=Optional[2]]");
        assertThat(ConfEdit.between(old, old.reset("port"), "port"))
                .hasToString("ConfEdit[file=postgresql.conf, line=1, before=Optional[1], after=Optional.empty]");
    }

    @Test
    void keepsEveryTextAndEveryOtherLine() {
        for (int seed = 0; seed < 3000; seed++) {
            RandomConf random = new RandomConf(seed);
            String text = random.text();
            String value = random.value();
            ConfFile file = parse(text);
            assertThat(file.text()).isEqualTo(text);
            ConfFile changed = file.set("x.a", value);
            assertThat(changed.value("x.a")).as("seed %s: %s", seed, text).contains(value);
            assertThat(changed.problems()).extracting(ErrorReport::message).hasSameSizeAs(file.problems());
            assertThat(changed.reset("x.a").entry("x.a")).isEmpty();
            assertThat(changed.set("x.a", value)).isEqualTo(changed);
        }
    }

    @Test
    void readsAVeryLongString() {
        String value = "a'\\".repeat(100_000);
        assertThat(parse("").set("x.a", value).value("x.a")).contains(value);
    }
}
