package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Commands, their panes and their output, of documents of all kinds. */
class ForeignImportTest {
    private static String fence(String language, String... lines) {
        return "```" + language + "\n" + String.join("\n", lines) + "\n```\n";
    }

    @Test
    void aMapSaysWhosePromptItIs() {
        String text = fence("", "x=# select 1;", "y=# select 2;", "me$ ls", "you$ ls");
        assertThat(Steps.of("x.md", text, "x=#=b:1", "y=3", "you$=sh b", "me$=a")
                        .commands())
                .containsExactly(
                        "1 psql -p 5433 -U postgres",
                        "1 select 1;",
                        "3 psql -p 5432 -U postgres",
                        "3 select 2;",
                        "a ls",
                        "b ls");
        assertThat(Steps.of("x.md", text, "x=#=text").commands()).containsExactly("1 select 2;", "a ls", "a ls");
    }

    @Test
    void aMapIsCheckedAndItsUseIsSaid() {
        assertThatThrownBy(() -> PaneMap.of(List.of("x=#")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("invalid --map \"x=#\"");
        assertThatThrownBy(() -> PaneMap.of(List.of("x=c"))).isInstanceOf(LabException.class);
        assertThat(Steps.of("x.md", fence("sql", "select 1;"), "never$=a").messages())
                .contains("the document has no \"never$\", which --map names");
    }

    @Test
    void aPromptIsMappedAlsoAsItStandsInTheText() {
        String text = fence("", "u@h:/tmp$ ls", "db=*# commit;", "|  => select 1;");
        assertThat(Steps.of("x.md", text, "u@h:~$=b", "db=#=2", "|=3").commands())
                .containsExactly(
                        "b ls", "2 psql -p 5432 -U postgres", "2 commit;", "3 psql -p 5432 -U postgres", "3 select 1;");
    }

    @Test
    void severalStatementsShareTheOutputBelowTheLast() {
        String text = fence(
                "",
                "=> ALTER SYSTEM SET port = 1;",
                "SELECT 1;",
                "",
                "ALTER SYSTEM",
                " ?column? ",
                "----------",
                "        1",
                "(1 row)");
        assertThat(Steps.of("x.md", text).imported().lab()).isEqualTo("""
                    => ALTER SYSTEM SET port = 1;
                    ALTER SYSTEM

                    => SELECT 1;
                     ?column?\s
                    ----------
                            1
                    (1 row)
                ____
                """.replace("____", "    "));
    }

    @Test
    void outputThatCannotBeDealtOutIsAGuess() {
        String text = fence("", "=> create table t();", "create table u();", "", "something", "else");
        assertThat(Steps.of("x.md", text).messages()).contains("guess: all output of 2 statements is that of the last");
    }

    @Test
    void aLateOutputFindsItsSession() {
        String text = fence("", "=> begin;", "|  => update t set n = 1;", "=> commit;", "COMMIT", "|  UPDATE 1");
        assertThat(Steps.of("x.md", text).imported().lab())
                .endsWith("    => commit;\n    COMMIT\n\n    |    UPDATE 1\n");
    }

    @Test
    void aPsqlLineSaysTheNodeByItsPort() {
        String text = fence("console", "$ psql -p 5433", "=> select 1;", "=> \\q", "$ psql", "=> select 2;");
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly("2 psql -p 5433", "2 select 1;", "2 \\q", "1 psql", "1 select 2;");
    }

    @Test
    void otherPortsAreInTheFrontMatter() {
        String text = fence("console", "$ psql -p 6001", "=> select 1;", "$ psql -p 6002", "=> select 2;");
        Steps steps = Steps.of("x.md", text);
        assertThat(steps.imported().lab()).startsWith("---\nnodes:\n  a:\n    port: 6001\n  b:\n    port: 6002\n---\n");
        assertThat(steps.commands()).contains("1 psql -p 6001", "2 psql -p 6002");
    }

    @Test
    void proseSaysTheNodeAndTheSession() {
        String text =
                "On the primary:\n" + fence("sql", "select 1;") + "On the standby server:\n" + fence("sql", "select 2;")
                        + "# Primary\n" + fence("sql", "select 3;") + "Во второй сессии, открытой на мастере:\n"
                        + fence("sql", "select 4;") + "In another session:\n" + fence("sql", "select 5;");
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly(
                        "1 select 1;",
                        "2 select 2;",
                        "1 select 3;",
                        "3 psql -p 5432 -U postgres",
                        "3 select 4;",
                        "1 select 5;");
    }

    @Test
    void whatCannotBePlayedIsOfferedAndReplaced() {
        String text = fence(
                "bash",
                "sudo systemctl restart postgresql",
                "sudo -u postgres psql -c 'select 1'",
                "sudo pg_ctlcluster 16 main reload",
                "vim /etc/x.conf",
                "apt install postgresql",
                "/usr/lib/postgresql/16/bin/pg_ctl status",
                "pg_lsclusters",
                "kill -9 4711",
                "pg_dump -h 10.0.0.1 db");
        Steps offered = Steps.of("x.md", text);
        assertThat(offered.imported().unplayable()).isEqualTo(9);
        assertThat(offered.commands())
                .contains("a sudo systemctl restart postgresql", "a vim /etc/x.conf")
                .hasSize(9);
        assertThat(offered.messages()).contains("cannot be played, a service: \"sudo systemctl restart postgresql\"");
        Steps translated = Steps.translated("x.md", text);
        assertThat(translated.imported().unplayable()).isZero();
        assertThat(translated.commands())
                .containsExactly(
                        "a pg_ctl restart -w -l logfile",
                        "a psql -c 'select 1'",
                        "a pg_ctl reload",
                        "a pg_ctl status",
                        "lab status",
                        "a pg_ctl stop -m immediate",
                        "a pg_dump -h localhost -p 5432 db");
        assertThat(translated.messages()).contains("left out, an editor: \"vim /etc/x.conf\"");
    }

    @Test
    void noCommandIsLostWithoutALine() {
        String text = "Run `sudo systemctl stop postgresql` now.\n\n# Title\n\npsql -p 5433 -c 'select 1'\n\n"
                + "bogus=# what is this\n\n" + fence("", " x ", "---", " 1");
        Steps steps = Steps.of("x.md", text);
        assertThat(steps.commands()).containsExactly("a psql -p 5433 -c 'select 1'");
        assertThat(steps.messages())
                .contains(
                        "left as prose: \"Run `sudo systemctl stop postgresql` now.\"",
                        "left as prose: \"bogus=# what is this\"");
    }

    @Test
    void aReferenceOfLabsIsNoReferenceInOthers() {
        assertThat(Steps.of("x.md", fence("sql", "select '%{x}';")).commands()).containsExactly("1 select '%%{x}';");
    }

    @Test
    void aStatementThatDoesNotEndIsEnded() {
        Steps steps = Steps.of("x.md", fence("", "=> select 1 -- one", "=> select 2;"));
        assertThat(steps.commands()).containsExactly("1 select 1 -- one\n;", "1 select 2;");
        assertThat(steps.messages()).anyMatch(message -> message.startsWith("guess: the statement ends here"));
    }

    @Test
    void aTextWithoutCommandsIsNoTranscript() {
        for (String text : List.of("", "Nothing but prose.\n", "```\n", fence("ini", "a = 1"), "|||\n\t\t\n<pre>")) {
            assertThatThrownBy(() -> Steps.of("x.md", text))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("could not find a command in \"x.md\"");
        }
    }

    @Test
    void anOpenFenceEndsWithTheFile() {
        assertThat(Steps.of("x.md", "```sql\nselect 1;").commands()).containsExactly("1 select 1;");
        assertThat(Steps.of("x.adoc", "----\n=> select 1;").commands()).containsExactly("1 select 1;");
        assertThat(Steps.of("x.html", "<pre>=&gt; select 1;").commands()).containsExactly("1 select 1;");
    }

    @Test
    void longDocumentsAreReadInTime() {
        String block = "text before\n\n" + fence("", "a=# select 1;", " x ", "---", " 1", "(1 row)", "", "$ ls", "out");
        for (String name : List.of("x.md", "x.txt", "x.rst", "x.adoc", "x.html")) {
            String text = name.equals("x.html") ? "<pre>a=# select 1;\n</pre>".repeat(2_000) : block.repeat(2_000);
            Imported imported = Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(2), () -> ForeignImport.read(name, text, PaneMap.of(List.of()), false), name);
            assertThat(imported.commands()).as(name).isGreaterThanOrEqualTo(2_000);
        }
    }

    @Test
    void hostileLinesEndToo() {
        for (String line :
                List.of("|", "!", "=", "[", "-", " ", "\\", "`", "<div>", "-- ", "/*", "sudo ", "psql -h ", "a@")) {
            String text = "=> select 1;\n" + line.repeat(5_000) + "\n";
            for (String name : List.of("x.md", "x.txt", "x.rst", "x.adoc", "x.html", "x.sql", "x.sh")) {
                Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> read(name, text), name + " " + line);
            }
        }
    }

    private static void read(String name, String text) {
        try {
            ForeignImport.read(name, text, PaneMap.of(List.of()), true);
        } catch (LabException e) {
            assertThat(e).hasMessageContaining("could not find a command");
        }
    }
}
