package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import dev.pgduo.transcript.read.TranscriptReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
    private static final String STEP = "lab> up";

    @Test
    void unknownDirectives() {
        assertThat(Texts.errors(STEP, "", "%unorderd"))
                .containsExactly("x.lab:3:1: ERROR:  unknown directive \"%unorderd\"\n"
                        + "HINT:  Perhaps you meant \"%unordered\".");
    }

    @Test
    void branchesOutOfPlace() {
        assertThat(Texts.errors(STEP, "", "%if pg < 12", "", STEP))
                .containsExactly("x.lab:3:1: ERROR:  \"%if\" is never closed\n"
                        + "HINT:  Put \"%end\" on a line of its own where it ends.");
        assertThat(Texts.errors(STEP, "", "%else", "", "%end"))
                .containsExactly(
                        "x.lab:3:1: ERROR:  \"%else\" without \"%if\"\nHINT:  Remove it, or put \"%if\" above.",
                        "x.lab:5:1: ERROR:  \"%end\" without \"%if\"\nHINT:  Remove it, or put \"%if\" above.");
    }

    @Test
    void badConditions() {
        assertThat(Texts.errors("%if pg <", STEP, "%end"))
                .singleElement()
                .asString()
                .startsWith("x.lab:1:9: ERROR:  invalid condition: expected a PostgreSQL version, "
                        + "found the end of the line\nHINT:  Write for example");
        assertThat(Texts.errors("%if os == beos", STEP, "%end"))
                .singleElement()
                .asString()
                .startsWith("x.lab:1:11: ERROR:  invalid condition: expected linux, macos, windows, found \"beos\"");
    }

    @Test
    void conditionsHaveAtMost500Words() {
        String words = "not pg > 1" + " and pg > 1".repeat(124);
        assertThat(Texts.errors("%if " + words, STEP, "%end")).isEmpty();
        assertThat(Texts.errors("%if not " + words, STEP, "%end"))
                .singleElement()
                .asString()
                .contains("invalid condition: more than 500 words");
    }

    @Test
    void badArguments() {
        assertThat(Texts.errors(
                        STEP, "", "%capture x", "%capture x = /(/", "%eventually soon", "%expect-error 42", STEP))
                .containsExactly(
                        "x.lab:3:10: ERROR:  invalid \"%capture\"\n"
                                + "HINT:  Write \"%capture NAME = COLUMN\" or \"%capture NAME = /REGULAR EXPRESSION/\".",
                        "x.lab:4:16: ERROR:  invalid regular expression\n"
                                + "HINT:  Unclosed group. The syntax is java.util.regex.Pattern's.",
                        "x.lab:5:13: ERROR:  invalid duration \"soon\"\n"
                                + "HINT:  Write a number and a unit, such as 500ms, 10s or 2min.",
                        "x.lab:6:15: ERROR:  invalid SQLSTATE \"42\"\n"
                                + "HINT:  An SQLSTATE is five digits or upper-case letters, such as 25006.");
    }

    @Test
    void directivesThatSpeakOfNothing() {
        assertThat(Texts.errors("%capture x = y", STEP, "", "%unordered"))
                .containsExactly(
                        "x.lab:1:1: ERROR:  \"%capture\" has no output above it\nHINT:  Put it under a step's output.",
                        "x.lab:4:1: ERROR:  \"%unordered\" has no step below it\n"
                                + "HINT:  Put it above a step, or remove it.");
    }

    @Test
    void statementsThatNeverEnd() {
        String hint =
                "HINT:  End it with a semicolon; its next line begins with \"->\", or follows without a blank line.";
        assertThat(Texts.errors("    => select 42 as wrong", "     n ", "    ---", "     1", "    (1 row)", "    "))
                .containsExactly("x.lab:1:8: ERROR:  the statement never ends\n" + hint);
        assertThat(Texts.errors("    => select 1", "", "postgres> ls"))
                .containsExactly("x.lab:1:8: ERROR:  the statement never ends\n" + hint);
        assertThat(Texts.errors("    => select 1", "    => select 2;", "    |    => select 'a", "", "    => \\q"))
                .containsExactly(
                        "x.lab:1:8: ERROR:  the statement never ends\n" + hint,
                        "x.lab:3:13: ERROR:  the statement never ends\n" + hint);
        assertThat(Texts.errors("    => select 1", "    ", "    ;"))
                .containsExactly("x.lab:1:8: ERROR:  the statement never ends\n" + hint);
    }

    @Test
    void promptsThatNobodyHas() {
        assertThat(Texts.errors(
                        STEP,
                        "",
                        "postgres=# select 1 as one;",
                        " one ",
                        "",
                        "postgres$ psql -c 'select 99'",
                        "nonsense",
                        "",
                        "$ sudo -u postgres pg_ctlcluster 15 main promote",
                        "",
                        "α=> select 1;",
                        "",
                        "user@host:~$ ls"))
                .containsExactly(
                        "x.lab:3:1: ERROR:  no session has the prompt \"postgres=#\"\n"
                                + "HINT:  Name it in the front matter: sessions: {1: \"postgres=#\"}."
                                + "\n    A document with other prompts is converted to a lab by: import 'x.lab' --map 'postgres=#=1'",
                        "x.lab:6:1: ERROR:  no node has the prompt \"postgres$\"\n"
                                + "HINT:  Name it in the front matter: nodes: {a: {prompt: \"postgres$\"}}."
                                + "\n    A document with other prompts is converted to a lab by: import 'x.lab' --map 'postgres$=a'",
                        "x.lab:9:1: ERROR:  no node has the prompt \"$\"\n"
                                + "HINT:  Name it in the front matter: nodes: {a: {prompt: \"$\"}}."
                                + "\n    A document with other prompts is converted to a lab by: import 'x.lab' --map '$=a'",
                        "x.lab:11:1: ERROR:  no session has the prompt \"α=>\"\n"
                                + "HINT:  Name it in the front matter: sessions: {1: \"α=>\"}."
                                + "\n    A document with other prompts is converted to a lab by: import 'x.lab' --map 'α=>=1'",
                        "x.lab:13:1: ERROR:  no node has the prompt \"user@host:~$\"\n"
                                + "HINT:  Name it in the front matter: nodes: {a: {prompt: \"user@host:~$\"}}."
                                + "\n    A document with other prompts is converted to a lab by: import 'x.lab' --map 'user@host:~$=a'");
        assertThat(Texts.errors(STEP, "", "Prices in US$ are prose, and # 1 is; a => b is too.", "# A title"))
                .isEmpty();
    }

    @Test
    void promptsOfSessionsInTheHeader() {
        String[] lab = {
            "---",
            "nodes: {a: {prompt: \"postgres$\"}}",
            "sessions: {1: \"postgres=#\", 2: \"β=>\"}",
            "---",
            "postgres=# select 1",
            "postgres-# as one;",
            " one ",
            "-----",
            "   1",
            "(1 row)",
            "",
            "β=> \\q",
            "",
            "postgres$ ls",
            "x"
        };
        assertThat(Texts.errors(lab)).isEmpty();
        assertThat(Texts.steps(lab))
                .extracting(step -> step.step().getClass().getSimpleName() + Texts.written(step))
                .containsExactly(
                        "FrontMatter[]", "SqlInput[ one , -----,    1, (1 row)]", "SqlInput[]", "OsCommand[x]");
        assertThat(Texts.errors("---", "sessions: {x: \"a=>\", 2: \"b>\"}", "---", STEP))
                .hasSize(2);
    }

    @Test
    void statementsThatEnd() {
        assertThat(Texts.errors("    => select 'a", "", "    b';")).isEmpty();
        assertThat(Texts.errors("    => select 1", "    -> ", "    -> ;", "    => select 2 \\g"))
                .isEmpty();
        assertThat(Texts.errors("    => -- nothing", "    => /* nothing */", "    => select 1 \\r"))
                .isEmpty();
    }

    @Test
    void frontMatter() {
        assertThat(Texts.errors("---", "titel: x", "nodes:", "  a:", "    port: many", "---", STEP))
                .containsExactly(
                        "x.lab:2:1: ERROR:  unknown key \"titel\" in the front matter\nHINT:  Perhaps you meant \"title\".",
                        "x.lab:5:11: ERROR:  \"port\" must be a number from 1 to 65535");
        assertThat(Texts.errors("---", "title: x", STEP))
                .containsExactly("x.lab:1:1: ERROR:  front matter is never closed\n"
                        + "HINT:  Put \"---\" on a line of its own where it ends.");
        assertThat(Texts.errors("---", "title: [x", "---", STEP))
                .singleElement()
                .asString()
                .startsWith("x.lab:3:1: ERROR:  front matter is not YAML\nDETAIL:  Expected ',' or ']'");
        assertThat(Texts.errors("---", "volatile: {pidd: off}", "postgres: new", "---", STEP))
                .containsExactly(
                        "x.lab:2:12: ERROR:  unknown volatile class \"pidd\"\nHINT:  Perhaps you meant \"pid\".",
                        "x.lab:3:11: ERROR:  \"postgres\" must be PostgreSQL versions\n"
                                + "HINT:  Write for example \"9.6-18\" or \"12,15-18\".");
    }

    @Test
    void binaryFiles() {
        assertThat(bytes("ab\nя".getBytes(StandardCharsets.UTF_8), (byte) 0)).isEqualTo("""
                        x.lab:2:2: ERROR:  file is not a lab
                        DETAIL:  Byte 6 (0x00) is no character of a text.
                        HINT:  A lab is a UTF-8 text file.""");
        assertThat(bytes(new byte[] {'a'}, (byte) 0xC3)).isEqualTo("""
                        x.lab:1:2: ERROR:  file is not a lab
                        DETAIL:  Byte 2 (0xC3) is not UTF-8.
                        HINT:  A lab is a UTF-8 text file.""");
    }

    private static String bytes(byte[] head, byte last) {
        byte[] all = java.util.Arrays.copyOf(head, head.length + 1);
        all[head.length] = last;
        return TranscriptReader.read(all, "x.lab").reports().get(0).render();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '`',
            quoteCharacter = '¦',
            value = {
                "# ls -l /srv ` node ` #",
                "# systemctl stop pg ` node ` #",
                "-bash-5.1$ psql ` node ` -bash-5.1$",
                "C:\\pg> psql ` node ` C:\\pg>",
                "PS C:\\pg> psql ` node ` PS C:\\pg>",
                "one:~$ ls ` node ` one:~$",
                "~$ ls ` node ` ~$",
                "me@vm ~ % ls ` node ` me@vm ~ %",
                "(env) me@vm:~$ ls ` node ` (env) me@vm:~$",
                "|  me$ psql ` node ` me$",
                "➜ psql ` node ` ➜",
                "/* sub # */ select 1; ` session ` /* sub # */",
                "T2: begin; ` session ` T2:",
                "Session 1> begin; ` session ` Session 1>",
                "[local] me@db=# select 1; ` session ` [local] me@db=#",
                "db=#select 1; ` session ` db=#",
                "db-# from t; ` session ` db-#",
                "!  => begin; ` session ` !  =>"
            })
    void aPromptOfOthersIsNoProse(String line, String owner, String prompt) {
        assertThat(Texts.errors(STEP, "", line))
                .first()
                .asString()
                .startsWith("x.lab:3:1: ERROR:  no " + owner + " has the prompt \"" + prompt + "\"")
                .contains("import 'x.lab'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a remark",
                "# of all rows",
                "Time 12:30 is prose; so is this;",
                "T1 and T2: the first waits",
                "note: this is prose;",
                "a -> b is an arrow",
                "See https://example.org/a#b for more",
                "x = #1",
                "/* a remark */ and more",
                "! important"
            })
    void proseIsProse(String line) {
        assertThat(Texts.errors(STEP, "", line)).isEmpty();
    }

    @Test
    void noSteps() {
        assertThat(Texts.errors("Only words."))
                .containsExactly("x.lab:1: ERROR:  lab has no steps\n"
                        + "HINT:  A step begins with a prompt, for example \"lab> up\".");
        assertThat(TranscriptReader.read("", "x.lab").reports()).hasSize(1);
    }

    @Test
    void unknownPrompts() {
        assertThat(Texts.errors(STEP, "", "postgers> ls"))
                .containsExactly("x.lab:3:1: ERROR:  no node has the prompt \"postgers>\"\n"
                        + "HINT:  Perhaps you meant \"postgres>\".");
    }

    @Test
    void aCallerThatStopsGetsThemAll() {
        assertThatThrownBy(() -> TranscriptReader.parse("%foo\n%bar\n", "x.lab"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains(
                                        "unknown directive \"%foo\"", "x.lab:2:1: ERROR:  unknown directive \"%bar\""));
    }
}
