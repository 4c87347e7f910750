package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whose the words "new" and "old" are after each promotion. */
class RolesTest {
    private static String look(String where, int number) {
        return "On the " + where + ":\n\n```sql\nselect " + number + ";\n```\n\n";
    }

    private static String promote(String where) {
        return "On the " + where + ":\n\n```sh\npg_ctl promote\n```\n\n";
    }

    @Test
    void theyFollowTheLastPromotion() {
        assertThat(Steps.of(
                                "x.md",
                                look("primary", 1)
                                        + promote("standby")
                                        + look("new primary", 2)
                                        + look("old primary", 3)
                                        + look("new standby", 4)
                                        + "On the old primary:\n\n```sh\npg_rewind -D x\n```\n\n"
                                        + promote("old primary")
                                        + look("new primary", 5)
                                        + look("former primary", 6)
                                        + look("new standby", 7)
                                        + look("primary", 8))
                        .commands())
                .containsExactly(
                        "1 select 1;",
                        "b pg_ctl promote",
                        "2 select 2;",
                        "1 select 3;",
                        "1 select 4;",
                        "a pg_rewind -D x",
                        "a pg_ctl promote",
                        "1 select 5;",
                        "2 select 6;",
                        "2 select 7;",
                        "1 select 8;");
    }

    @Test
    void theyAreTheTextsBeforeAPromotion() {
        assertThat(Steps.of("x.md", look("new standby", 1) + look("new primary", 2) + look("primary", 3))
                        .commands())
                .containsExactly("2 select 1;", "2 select 2;", "1 select 3;");
    }

    @Test
    void rolesAreSwappedWhereATutorialSwitchesBack() {
        String over = """
                ## Start old primary as new standby

                ```
                touch $PGDATA/standby.signal
                ```

                ## Promote old standby as new primary

                ```
                pg_ctl promote
                ```

                """;
        String text = "# Switchover\n\n" + look("primary", 1) + over + "# Switchback\n\n" + look("primary", 2) + over
                + "# Switchover\n\n" + look("primary", 3) + over;
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly(
                        "1 select 1;",
                        "a touch $PGDATA/standby.signal",
                        "b pg_ctl promote",
                        "2 select 2;",
                        "b touch $PGDATA/standby.signal",
                        "a pg_ctl promote",
                        "1 select 3;",
                        "a touch $PGDATA/standby.signal",
                        "b pg_ctl promote");
    }

    @Test
    void aFailbackOfANodeThatIsDownIsReadAsItIs() {
        assertThat(Steps.of("x.md", promote("standby") + "# Failback\n\n" + look("old primary", 1))
                        .commands())
                .containsExactly("b pg_ctl promote", "1 select 1;");
    }

    @Test
    void aTextThatNamesBothIsReadAsItIs() {
        assertThat(Steps.of("x.md", promote("standby") + "The new standby follows. " + look("standby", 1))
                        .commands())
                .containsExactly("b pg_ctl promote", "2 select 1;");
    }
}
