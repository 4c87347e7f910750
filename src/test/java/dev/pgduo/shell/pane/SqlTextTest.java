package dev.pgduo.shell.pane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed or pasted at an SQL prompt is cut where psql's first prompt comes back. */
class SqlTextTest {
    @Test
    void rowsOfACopyBelongToIt() {
        assertThat(SqlText.complete("", "copy t from stdin;")).isFalse();
        assertThat(SqlText.continuation("", "copy t from stdin;\n1\t'one")).isEqualTo(">> ");
        assertThat(SqlText.complete("", "copy t from stdin;\n1\t'one\n\\.")).isTrue();
        assertThat(SqlText.cut("", "copy t\n from stdin;\n1\n\n2;\n\\.\n\ntable t;"))
                .containsExactly("copy t\n from stdin;\n1\n\n2;\n\\.", "table t;");
    }

    /** Looking at all lines above for each one took minutes. */
    @Test
    void tellsThePromptsOfManyRowsAtOnce() {
        String copy = "copy t\nfrom stdin;\n" + "1\n".repeat(200_000) + "\\.\n";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<String> prompts = SqlText.continuations("", copy);
            assertThat(prompts).hasSize(200_003).startsWith("-> ", ">> ", ">> ").endsWith(">> ", "=> ");
        });
        assertThat(SqlText.continuations("select (1\n", "+ 1\n)\n;")).containsExactly("(> ", "-> ");
        assertThat(SqlText.continuations("", "select 1;")).isEmpty();
    }

    @Test
    void linesThatLeadElsewhereStandAlone() {
        assertThat(SqlText.cut("", "select 1;\n|\nselect\n 2;\n| select '\n;';\npsql -p 5433\nexit\ntable t;"))
                .containsExactly(
                        "select 1;", "|", "select\n 2;", "| select '\n;';", "psql -p 5433", "exit", "table t;");
    }

    @Test
    void aBarInsideAStatementIsAnOperator() {
        assertThat(SqlText.complete("", "select 1\n| 2;")).isTrue();
        assertThat(SqlText.cut("", "select 1\n| 2;")).containsExactly("select 1\n| 2;");
    }

    @Test
    void aBackslashCommandIsCarriedOutInTheMiddleOfAStatement() {
        assertThat(SqlText.complete("", "select (1")).isFalse();
        assertThat(SqlText.complete("", "select (1\n\\p")).isTrue();
        assertThat(SqlText.finished("", "select 1\n\\p")).isEqualTo("select 1\n\\p");
        assertThat(SqlText.complete("", "select '1\n\\p")).isFalse();
    }

    @Test
    void whatTheSessionHasOfAStatementIsGoneOnWith() {
        assertThat(SqlText.continuation("select (1\n", "+ 1")).isEqualTo("(> ");
        assertThat(SqlText.complete("select (1\n", "help")).isFalse();
        assertThat(SqlText.complete("select (1\n", ");")).isTrue();
        assertThat(SqlText.cut("select 1\n", "quit\n;\nselect 2;")).containsExactly("quit\n;", "select 2;");
    }

    @Test
    void aCopyToSomewhereTakesNoRows() {
        assertThat(SqlText.complete("", "copy t to stdout;")).isTrue();
        assertThat(SqlText.complete("", "select 1; -- copy t from stdin;")).isTrue();
    }

    @Test
    void aPromptInFrontIsNoPartOfTheStatement() {
        assertThat(SqlText.cut("", "=> select 1;\n|    => select 2;\n=> \\d\n=> psql b"))
                .containsExactly("=> select 1;", "|    => select 2;", "=> \\d", "=> psql b");
        assertThat(SqlText.withoutPrompt(" =>  select 1")).isEqualTo("select 1");
        assertThat(SqlText.withoutPrompt("select 1 => 2")).isEqualTo("select 1 => 2");
    }
}
