package dev.pgduo.transcript.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void statementsOverSeveralLines() {
        List<ResolvedStep> steps = Texts.steps(
                "    => select 'a",
                "    '> b' ||",
                "    lower(",
                "    (> 'X'",
                "    (> );",
                "     c",
                "    ",
                "",
                "    |  => select 2;",
                "    |   2",
                "    ||    =*> \\x",
                "    => select",
                "",
                "    -> 3;",
                "    3");
        assertThat(steps)
                .extracting(StepsTest::input)
                .containsExactly("select 'a\nb' ||\nlower(\n'X'\n);", "select 2;", "\\x", "select\n\n3;");
        assertThat(Texts.written(steps.get(0))).containsExactly(" c", "");
        assertThat(Texts.written(steps.get(1))).containsExactly(" 2");
        assertThat(steps.get(2).step())
                .isInstanceOfSatisfying(
                        Step.SqlInput.class, s -> assertThat(s.session()).isEqualTo(3));
        assertThat(Texts.written(steps.get(3))).containsExactly("3");
    }

    @Test
    void aShellsLineGoesOnAtItsOwnPrompt() {
        List<ResolvedStep> steps = Texts.steps(
                "postgres> cat > f <<EOF",
                "> it's",
                ">",
                ">   > x",
                "> EOF",
                "postgres> for i in 1 2",
                "> do",
                "> echo \"> $i\"",
                "> done",
                "> 1",
                "> 2",
                "postgres> echo 'never ended",
                "never",
                "postgres> diff a b",
                "> x");
        assertThat(steps)
                .extracting(step -> ((Step.OsCommand) step.step()).command())
                .containsExactly(
                        "cat > f <<EOF\nit's\n\n  > x\nEOF",
                        "for i in 1 2\ndo\necho \"> $i\"\ndone",
                        "echo 'never ended",
                        "diff a b");
        assertThat(Texts.written(steps.get(0))).isEmpty();
        assertThat(Texts.written(steps.get(1))).containsExactly("> 1", "> 2");
        assertThat(Texts.written(steps.get(2))).containsExactly("never");
        assertThat(Texts.written(steps.get(3))).containsExactly("> x");
    }

    @Test
    void aHereDocumentThatLostItsPromptsIsInput() {
        List<ResolvedStep> steps = Texts.steps(
                "postgres2> cat > f <<EOF",
                "port = 5433",
                "",
                "hot_standby = on",
                "EOF",
                "postgres2> pg_basebackup -D x \\",
                "   -R",
                "done");
        assertThat(steps)
                .extracting(step -> ((Step.OsCommand) step.step()).command())
                .containsExactly("cat > f <<EOF\nport = 5433\n\nhot_standby = on\nEOF", "pg_basebackup -D x \\\n   -R");
        assertThat(Texts.written(steps.get(1))).containsExactly("done");
    }

    @Test
    void copyDataIsInput() {
        List<ResolvedStep> steps = Texts.steps(
                "    => copy t from stdin;",
                "    >> 1",
                "    >> \\.",
                "    COPY 1",
                "",
                "    => copy t from stdin;",
                "    ERROR:  no");
        assertThat(steps)
                .extracting(StepsTest::input)
                .containsExactly("copy t from stdin;\n1\n\\.", "copy t from stdin;");
        assertThat(Texts.written(steps.get(1))).containsExactly("ERROR:  no");
    }

    @Test
    void aLateOutputBelongsToTheStatementThatBlocks() {
        List<ResolvedStep> steps = Texts.steps(
                "    => insert into t values (2);",
                "",
                "postgres2> pg_ctl start -w",
                "server started",
                "",
                "    INSERT 0 1");
        assertThat(steps).extracting(ResolvedStep::blocks).containsExactly(true, false, false);
        assertThat(steps.get(0).partner()).hasValue(4);
        assertThat(Texts.written(steps.get(2))).containsExactly("INSERT 0 1");
    }

    @Test
    void branchesAroundStepsAndAroundOutput() {
        Transcript lab = Texts.parse(
                "%if pg < 12",
                "lab> old",
                "%elif tool(pg_rewind) and not os == windows",
                "lab> new",
                "%else",
                "lab> none",
                "%end",
                "",
                "    => show x;",
                "%if pg in 9.6-11",
                "     a",
                "%else",
                "     b",
                "%end",
                "    ",
                "",
                "postgres> pg_ctl promote",
                "%if pg < 10",
                "server promoting",
                "%else",
                "server promoted",
                "%end");
        Resolution now = lab.resolve(Texts.PG15);
        List<ResolvedStep> steps =
                now.steps().stream().filter(s -> s.step().runs()).toList();
        assertThat(steps.get(0).step())
                .isInstanceOfSatisfying(
                        Step.LabCommand.class, s -> assertThat(s.command()).isEqualTo("new"));
        assertThat(Texts.written(steps.get(1))).containsExactly(" b", "");
        assertThat(Texts.written(steps.get(2))).containsExactly("server promoted");
        assertThat(now.branches())
                .filteredOn(BranchUse::used)
                .extracting(BranchUse::line)
                .containsExactly(3, 12, 20);
        assertThat(now.branches()).hasSize(7);
    }

    @Test
    void directivesGovernTheirStep() {
        List<ResolvedStep> steps = Texts.steps(
                "%expect-error 25006",
                "%no-catchup",
                "%eventually 1.5s",
                "    => insert into t values (1);",
                "    ERROR:  x",
                "",
                "    => select 1;",
                "%unordered",
                "     1",
                "%capture one = ?column?",
                "",
                "%note hush",
                "",
                "lab> status");
        Directives first = steps.get(0).directives();
        assertThat(first.expectError()).isEqualTo(new Directive.ExpectError("25006"));
        assertThat(first.noCatchup()).isTrue();
        assertThat(first.eventually()).isEqualTo(new Directive.Eventually(Duration.ofMillis(1500)));
        assertThat(steps.get(1).directives().unordered()).isTrue();
        assertThat(steps.get(1).directives().captures())
                .containsExactly(new Directive.Capture(10, "one", new CaptureSource.Column("?column?")));
        assertThat(steps.get(3).directives()).isEqualTo(Directives.none());
    }

    @Test
    void capturesTakeTheirValueOutOfTheText() {
        List<String> table = List.of(" a |  lsn  ", "---+-------", " 1 | 0/ABC ", "(1 row)", "");
        assertThat(new CaptureSource.Column("lsn").find(table)).contains("0/ABC");
        assertThat(new CaptureSource.Column("b").find(table)).isEmpty();
        assertThat(new CaptureSource.Column("lsn").find(List.of("-[ RECORD 1 ]", "lsn | 0/1")))
                .contains("0/1");
        assertThat(new CaptureSource.Regex("^\\((\\d+)").find(table)).isEqualTo(Optional.of("1"));
        assertThat(Captures.none().with("x", "a.b").expand("%{x} %%{x}", "x.lab", 1))
                .isEqualTo("a.b %{x}");
    }

    @Test
    void theHeaderChangesTheDefaults() {
        Header header = Texts.parse(
                        "---",
                        "title: Slots",
                        "postgres: 9.6-18",
                        "retry: 3s",
                        "locale: C",
                        "nodes:",
                        "  b:",
                        "    prompt: bob",
                        "    port: 6000",
                        "    paths:",
                        "      /srv/b/: data",
                        "requires: [pg_rewind, pageinspect]",
                        "volatile: {size: off}",
                        "---",
                        "bob> ls")
                .header();
        assertThat(header.title()).isEqualTo("Slots");
        assertThat(header.retry()).isEqualTo(Duration.ofSeconds(3));
        assertThat(header.nodeAtPort(6000)).get().satisfies(b -> {
            assertThat(b.prompt()).isEqualTo("bob>");
            assertThat(b.path(PathAlias.Place.DATA)).contains("/srv/b");
        });
        assertThat(header.requires()).isEqualTo(new Requirements(List.of("pg_rewind"), List.of("pageinspect")));
        assertThat(header.isVolatile("size")).isFalse();
        assertThat(header.isVolatile("pid")).isTrue();
    }

    private static String input(ResolvedStep step) {
        return ((Step.SqlInput) step.step()).input();
    }
}
