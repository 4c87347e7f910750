package dev.pgduo.session.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which commands a topic finds. */
final class SqlHelpTest {
    @Test
    void findsACommandByItsNameOrItsBeginning() {
        assertThat(SqlHelp.about("abort")).isEqualTo("""
                Command:     ABORT
                Description: abort the current transaction
                Syntax:
                ABORT [ WORK | TRANSACTION ] [ AND [ NO ] CHAIN ]

                URL: https://www.postgresql.org/docs/15/sql-abort.html

                """);
        assertThat(SqlHelp.about("SELECT")).containsOnlyOnce("Command:  ").contains("Command:     SELECT\n");
        assertThat(SqlHelp.about("create index foo on")).containsOnlyOnce("Command:  ");
        assertThat(SqlHelp.about("alter text"))
                .contains("ALTER TEXT SEARCH CONFIGURATION\n", "ALTER TEXT SEARCH TEMPLATE\n")
                .doesNotContain("Command:     ALTER TABLE");
        assertThat(SqlHelp.about("nosuch"))
                .isEqualTo("No help available for \"nosuch\".\nTry \\h with no arguments to see available help.\n");
    }

    @Test
    void listsTheCommandsInColumns() {
        assertThat(SqlHelp.list(0)).startsWith("Available help:\n  ABORT                            CREATE ");
        assertThat(SqlHelp.list(40)).contains("\n  ABORT\n  ALTER AGGREGATE\n");
        assertThat(SqlHelp.list(120)).isNotEqualTo(SqlHelp.list(80));
    }
}
