package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code --map} can name besides prompts: lines, machines, clusters, ports, and words of the text. */
class PaneMapTest {
    /** One prompt for both servers, of which the text has names of its own. */
    private static final String OAK_AND_ELM = """
            # Trees

            On oak, make the table:

            ```
            wood=# create table leaf(id int);
            CREATE TABLE
            ```

            Then look for it. Server `elm` has it, too:

            ```
            wood=# select * from leaf;
            ```

            ## Leaves of oak

            ```
            wood=# insert into leaf values (1);
            wood=# table leaf;
            ```
            """;

    private static List<String> commands(String text, String... map) {
        return Steps.of("x.md", text, map).commands();
    }

    @Test
    void aWordOfTheTextIsAServer() {
        assertThat(commands(OAK_AND_ELM, "oak=a", "elm=b"))
                .containsExactly(
                        "1 create table leaf(id int);",
                        "2 select * from leaf;",
                        "1 insert into leaf values (1);",
                        "1 table leaf;");
    }

    @Test
    void aWordOfTheTextIsASession() {
        String text = "Ann begins:\n\n```\ndb=# begin;\n```\n\nBob:\n\n```\ndb=# select 2;\n```\n";
        assertThat(commands(text, "Ann=1", "bob=2"))
                .containsExactly("1 begin;", "2 psql -p 5432 -U postgres", "2 select 2;");
        assertThat(commands(text, "Bob=b:3")).contains("3 select 2;");
    }

    @Test
    void linesAreInAPaneWhateverTheirPrompt() {
        assertThat(commands(OAK_AND_ELM, "13-19=b", "20=a:3", "wood=#=1"))
                .containsExactly(
                        "1 create table leaf(id int);",
                        "2 select * from leaf;",
                        "2 insert into leaf values (1);",
                        "3 psql -p 5432 -U postgres",
                        "3 table leaf;");
    }

    @Test
    void linesOfTextAreNoCommands() {
        assertThat(commands(OAK_AND_ELM, "13-19=text"))
                .containsExactly("1 create table leaf(id int);", "1 table leaf;");
        assertThat(commands("Do this:\n\n`psql -p 5432`\n\n`psql -p 5433`\n", "3=text"))
                .containsExactly("1 psql -p 5433");
    }

    @Test
    void aPsqlLineInLinesOpensItsSessionThere() {
        String text = "```\n$ psql -p 5433\npostgres=# select 1;\n$ psql\npostgres=# select 2;\n```\n";
        assertThat(commands(text, "2=a", "4=b:3"))
                .containsExactly("1 psql -p 5432", "1 select 1;", "3 psql", "3 select 2;");
    }

    @Test
    void aMachineIsANode() {
        String text = """
                ```
                [root@keeper ~]# ls /srv
                me@desk:~$ docker exec -it vault bash
                root@4711:/# ls /tmp
                me@desk:~$ psql -h vault
                shop=# select 1;
                ```
                """;
        assertThat(commands(text, "keeper=b", "VAULT=b"))
                .containsExactly(
                        "b ls /srv", "b docker exec -it vault bash", "b ls /tmp", "2 psql -h vault", "2 select 1;");
        assertThat(commands(text, "keeper=text")).doesNotContain("a ls /srv", "b ls /srv");
    }

    @Test
    void aClusterAPortOrADirectoryIsANode() {
        String text = """
                ```
                $ pg_ctlcluster 16 tulip start
                $ psql --cluster 16/tulip
                shop=# select 1;
                $ pg_ctl -D /srv/rose start
                $ psql -p 6000
                shop=# select 2;
                ```
                """;
        assertThat(commands(text, "tulip=b", "rose=b", "6000=b"))
                .containsExactly(
                        "b pg_ctlcluster 16 tulip start",
                        "2 psql --cluster 16/tulip",
                        "2 select 1;",
                        "b pg_ctl -D /srv/rose start",
                        "2 psql -p 6000",
                        "2 select 2;");
    }

    @Test
    void theReportSaysWhichLinesToWrite() {
        assertThat(Steps.of("x.md", OAK_AND_ELM.replace("Server `elm`", "At the standby"))
                        .imported()
                        .report()
                        .toString())
                .contains("--map 'wood=#=PANE' says it of all, --map '13-20=PANE' of these.");
    }

    @Test
    void theNameOfAPromptIsNoWordOfTheText() {
        String text = "On the standby of shop:\n\n```\nshop=# select 1;\nother=# select 2;\n```\n";
        assertThat(commands(text, "shop=1")).containsExactly("1 select 1;", "2 select 2;");
    }

    @Test
    void aSessionIsWhereTheDocumentHasIt() {
        String text =
                "In the second session:\n\n```\ndb=# select 2;\n```\n\nAgain:\n\n```\ndb=# select 3;\nshop=# select 4;\n```\n";
        assertThat(commands(text, "10=2", "shop=3"))
                .containsExactly(
                        "2 psql -p 5432 -U postgres",
                        "2 select 2;",
                        "2 select 3;",
                        "3 psql -p 5432 -U postgres",
                        "3 select 4;");
    }

    @Test
    void commandsMayBeForBothNodes() {
        String text = "Oak and elm:\n\n```\ndb=# select 1;\nme$ ls\n$ psql\nx=# select 2;\n```\n";
        List<String> both = List.of("1 select 1;", "2 select 1;", "a ls", "b ls");
        assertThat(commands(text, "4-5=ab")).startsWith(both.toArray(String[]::new));
        assertThat(commands(text, "db=#=ab", "me$=ab")).startsWith(both.toArray(String[]::new));
        assertThat(commands(text, "6=ab")).endsWith("1 psql", "2 psql", "1 select 2;", "2 select 2;");
        assertThat(commands("On oak:\n\n```\ndb=# select 1;\n```\n", "oak=ab"))
                .containsExactly("1 select 1;", "2 select 1;");
    }

    @Test
    void aWordMayStandInSignsOfEmphasis() {
        String text = "_Bob_\n\n```\ndb=# select 1;\n```\n\n__Ann:__\n\n```\ndb=# select 2;\n```\n";
        assertThat(commands(text, "Bob=2", "Ann=1"))
                .containsExactly("2 psql -p 5432 -U postgres", "2 select 1;", "1 select 2;");
    }
}
