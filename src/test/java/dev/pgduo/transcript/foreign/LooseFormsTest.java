package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people write them down in a hurry: without prompts, fences or ends, in containers, twice. */
class LooseFormsTest {
    private static String fence(String language, String... lines) {
        return "```" + language + "\n" + String.join("\n", lines) + "\n```\n";
    }

    private static List<String> commands(String text) {
        return Steps.of("x.md", text).commands();
    }

    @Test
    void aSessionIsLeftInABlockWithoutPrompts() {
        assertThat(commands(fence("", "sudo -u postgres psql", "select 1;", "exit", "ls /tmp")))
                .containsExactly("1 psql", "1 select 1;", "1 \\q", "a ls /tmp");
    }

    @Test
    void aRecordIsTheOutputOfAStatementThatEndsInABackslashCommand() {
        Steps steps = Steps.of("x.md", fence("sql", "select 1 as a \\gx", "-[ RECORD 1 ]", "a | 1"));
        assertThat(steps.commands()).containsExactly("1 select 1 as a \\gx");
        assertThat(steps.imported().lab()).contains("    a | 1\n");
    }

    @Test
    void headersAndRowsThatBeginLikeProgramsAreOutput() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "sql",
                        "select pg_current_wal_lsn();",
                        " pg_current_wal_lsn ",
                        "--------------------",
                        " 0/3000148",
                        "(1 row)",
                        "",
                        "\\dn",
                        "  Name  |  Owner ",
                        "--------+--------",
                        " date   | me",
                        "(1 row)"));
        assertThat(steps.commands()).containsExactly("1 select pg_current_wal_lsn();", "1 \\dn");
    }

    @Test
    void settingsAreNoCommandsWhateverTheBlockIsNamed() {
        Steps steps = Steps.of(
                "x.md",
                fence("bash", "wal_level = replica", "host replication all 0.0.0.0/0 trust", "hot_standby = on")
                        + fence("bash", "ls /tmp", "A=1 ls", "`chmod 0600 /srv/x`"));
        assertThat(steps.commands()).containsExactly("a ls /tmp", "a A=1 ls", "a chmod 0600 /srv/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudctl instance create --name one",
                "IP=$(cloudctl address --name one)",
                "shopd list | sort",
                "set -e",
                "/etc/init.d/postgresql-$V restart",
                "~/bin/shop -v"
            })
    void aShellLineIsKnownByItsForm(String line) {
        assertThat(commands(fence("", line))).containsExactly("a " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit 5f75a65a5ff28a0e61f006938f1eca42907b5d5b", "└── base", "one two three", "a: b"})
    void aBlockThatIsNoCommandIsProseAndTold(String line) {
        Steps steps = Steps.of("x.md", fence("", line) + fence("sql", "select 1;"));
        assertThat(steps.commands()).containsExactly("1 select 1;");
        assertThat(steps.messages()).contains("left as prose: \"" + line + "\"");
    }

    @Test
    void theTextOfAScriptIsNotTyped() {
        Steps steps = Steps.of("x.md", fence("bash", "#!/bin/bash", "set -e", "pg_ctl stop") + fence("sh", "ls /tmp"));
        assertThat(steps.commands()).containsExactly("a ls /tmp");
        assertThat(steps.messages()).contains("left as prose: a script of 3 lines");
        assertThat(Steps.of("x.sh", "#!/bin/bash\nls /tmp\n").commands()).containsExactly("a ls /tmp");
    }

    @Test
    void aCommandThatNeverEndsIsProseAndTheLabCanBeRead() {
        Steps steps = Steps.of(
                "x.md",
                fence("", "db=# create table t(a int(", "b int", "db=# select 'x", "db=# select 1;")
                        + fence("", "$ echo 'one", "$ ls"));
        assertThat(steps.commands()).contains("a ls");
        assertThat(steps.messages())
                .contains("left as prose, the command never ends: \"create table t(a int(\"")
                .noneMatch(message -> message.startsWith("the lab cannot be read"));
    }

    @Test
    void aStatementWithoutASemicolonEndsAboveALineOfAShell() {
        assertThat(commands(fence("", "create database shop", "pg_restore -d shop shop.dump")))
                .containsExactly("1 create database shop;", "a pg_restore -d shop shop.dump");
    }

    @Test
    void statementsAboveTheFirstPromptOfABlockAreTypedThere() {
        Steps steps = Steps.of("x.md", fence("", "begin;", "BEGIN", "S2=*# select 1;", " ?column? "));
        assertThat(steps.commands()).containsExactly("2 psql -p 5432 -U postgres", "2 begin;", "2 select 1;");
        assertThat(steps.imported().lab()).contains("=> begin;\n    |    BEGIN\n");
    }

    @Test
    void rowsThatBeginWithABarAreOutput() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "",
                        "db=# \\l",
                        "   Name    |  Access  ",
                        "-----------+----------",
                        " template0 | =c/me   +",
                        "           | me=CTc/me",
                        "(1 row)",
                        "",
                        "db=# select 1;"));
        assertThat(steps.commands()).containsExactly("1 \\l", "1 select 1;");
        assertThat(steps.imported().lab()).contains("               | me=CTc/me\n    (1 row)\n");
    }

    @Test
    void aTranscriptOfTheCommandAboveIsItsOutput() {
        Steps steps = Steps.of(
                "x.md",
                fence("bash", "psql -l", "ls /srv")
                        + fence("", "PS C:\\pg> psql -l", "no list", "PS C:\\pg> ls /srv", "data"));
        assertThat(steps.commands()).containsExactly("a psql -l", "a ls /srv");
        assertThat(steps.imported().lab()).contains("psql -l\nno list\n", "ls /srv\ndata\n");
    }

    @Test
    void aParagraphOfCommandsIsRead() {
        String text = """
                -- pub
                PGPASSWORD=x psql -h one
                ALTER SYSTEM SET wal_level = logical;
                \\dRp
                docker-compose restart

                Now look:
                select pid
                from pg_stat_activity;
                """;
        assertThat(commands(text))
                .containsExactly(
                        "1 psql -h one",
                        "1 ALTER SYSTEM SET wal_level = logical;",
                        "1 \\dRp",
                        "a docker-compose restart",
                        "1 select pid\nfrom pg_stat_activity;");
    }

    @Test
    void codeInBackticksIsACommandWhereItStandsAloneOrIsAskedFor() {
        String text = """
                Look:

                `select * from t;  //all rows`

                * `\\dRp+`
                * `shopctl start -v`

                Then run `sudo systemctl stop postgresql`.

                Do not run `rm -rf /srv`. The program `pg_rewind` helps.

                `pg_hba.conf`

                `pg_basebackup`
                """;
        Steps steps = Steps.of("x.md", text);
        assertThat(steps.commands())
                .containsExactly(
                        "1 select * from t;", "1 \\dRp+", "a shopctl start -v", "a sudo systemctl stop postgresql");
        assertThat(steps.messages())
                .contains("left as prose: \"Do not run `rm -rf /srv`. The program `pg_rewind` helps.\"");
    }

    @Test
    void codeInBackticksBehindAColonIsACommand() {
        Steps steps = Steps.of("x.md", """
                * Write on the primary: `insert into t values (1);`
                * Look on the standby: `table t;` (it has a row)
                * 晋升：`pg_ctl promote`
                * Programs: `pg_ctl`
                * Its state: `down`
                * Never do this: `rm -rf /srv`
                * Problems: `sudo ls` helps
                """);
        assertThat(steps.commands()).containsExactly("1 insert into t values (1);", "2 table t;", "b pg_ctl promote");
        assertThat(steps.messages()).contains("left as prose: \"Never do this: `rm -rf /srv`\"");
    }

    @Test
    void aCommandInTheMidstOfALineOfProseIsTold() {
        Steps steps = Steps.of("x.md", "1. Make it: pg_ctl init -D /srv/one\n\n" + fence("sql", "select 1;"));
        assertThat(steps.messages()).contains("left as prose: \"Make it: pg_ctl init -D /srv/one\"");
    }

    @Test
    void aRemarkInParenthesesBehindACommandIsNoPartOfIt() {
        Steps steps = Steps.of("x.md", "pg_basebackup -D /srv/two  (the default user is used here)\n");
        assertThat(steps.commands()).containsExactly("b pg_basebackup -D /srv/two");
        assertThat(steps.messages()).contains("left out of the command: \"(the default user is used here)\"");
    }

    @Test
    void whatStandsInAngleBracketsForSomethingIsKept() {
        assertThat(commands("pg_basebackup -h <host> -D /srv/two -R\n"))
                .containsExactly("b pg_basebackup -h <host> -D /srv/two -R");
    }

    @Test
    void aFenceMayBeClosedWithAnOrder() {
        assertThat(commands(
                        "```\nselect 1;\n```{{execute}}\nText, and more text.\n\n```\nls /tmp\n```{{execute T2}}\n"))
                .containsExactly("1 select 1;", "a ls /tmp");
    }

    @Test
    void containersAndMachinesAreNodes() {
        String text = fence(
                "sh",
                "docker exec -it shop-primary psql -U me -c 'select 1'",
                "docker exec -u me shop-standby ls",
                "docker compose exec db-2 ls",
                "kubectl exec -it db-1 -c pg -- ls",
                "ssh me@node2 -- ls",
                "docker exec -it shop-standby bash",
                "touch standby.signal",
                "exit",
                "ls");
        assertThat(commands(text).stream().map(command -> command.substring(0, 1)))
                .containsExactly("a", "b", "b", "a", "b", "b", "b", "b", "a");
        assertThat(Steps.translated("x.md", text).commands())
                .containsExactly(
                        "a psql -U me -c 'select 1'", "b ls", "b ls", "a ls", "b ls", "b touch standby.signal", "a ls");
    }

    @Test
    void aWordInParenthesesSaysWherePsqlIsCalled() {
        assertThat(commands("On the standby:\n\n"
                        + fence("", "psql(master)", "psql>\\l", "psql> select 1;", "psql(standby)", "psql> select 2;")))
                .containsExactly("1 psql", "1 \\l", "1 select 1;", "2 psql", "2 select 2;");
        assertThat(commands(fence("", "psql(standby)=# select 1;", "psql(master)=# select 2;", "(standby)$ ls")))
                .containsExactly("2 select 1;", "1 select 2;", "b ls");
    }

    @Test
    void aContainersPsqlOpensASession() {
        assertThat(commands(fence("", "$ docker exec -it db-2 psql -U me", "me=# select 1;")))
                .containsExactly("2 psql -U me", "2 select 1;");
    }

    @Test
    void directoriesNeedNotBeAbsolute() {
        assertThat(commands(fence(
                        "",
                        "$ initdb -D $HOME/one1",
                        "$ pg_basebackup -h localhost -D ~/copy -R",
                        "$ touch ~/copy/standby.signal",
                        "$ pg_ctl -D $HOME/one1 stop")))
                .containsExactly(
                        "a initdb -D $HOME/one1",
                        "b pg_basebackup -h localhost -D ~/copy -R",
                        "b touch ~/copy/standby.signal",
                        "a pg_ctl -D $HOME/one1 stop");
    }

    @Test
    void theClusterThatEveryMachineHasSaysNothingAgainstTheText() {
        String stop = fence("", "sudo pg_ctlcluster 16 main stop");
        assertThat(commands("On the standby:\n" + stop)).containsExactly("b sudo pg_ctlcluster 16 main stop");
        assertThat(commands("Here:\n" + stop + fence("", "sudo pg_ctlcluster 16 replica stop")))
                .containsExactly("a sudo pg_ctlcluster 16 main stop", "b sudo pg_ctlcluster 16 replica stop");
    }

    @Test
    void aBackupGoesToTheOtherNode() {
        assertThat(commands(fence("", "$ pg_basebackup -h primary -D copy -R")))
                .containsExactly("b pg_basebackup -h primary -D copy -R");
        assertThat(commands(fence("", "$ pg_basebackup -h standby -D /srv/x -R")))
                .containsExactly("a pg_basebackup -h standby -D /srv/x -R");
    }

    @Test
    void statementsBelowACallOfPsqlAreTypedInIt() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "",
                        "$ psql",
                        "create database shop;",
                        "\\c shop",
                        "CREATE TABLE t(n int);",
                        "psql -c 'select 1' shop",
                        "$ ls /tmp"));
        assertThat(steps.commands())
                .containsExactly(
                        "1 psql",
                        "1 create database shop;",
                        "1 \\c shop",
                        "1 CREATE TABLE t(n int);",
                        "a psql -c 'select 1' shop",
                        "a ls /tmp");
    }

    @Test
    void anIndentedCommandIsOneBelowACommandAndNoneInOutput() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "",
                        "su postgres",
                        "    vi /srv/postgresql.conf",
                        "",
                        "$ pg_ctlcluster 16 main start",
                        "Warning: it is no service. Consider:",
                        "  sudo systemctl start postgresql@16-main"));
        assertThat(steps.commands())
                .containsExactly("a su postgres", "a vi /srv/postgresql.conf", "a pg_ctlcluster 16 main start");
    }

    @Test
    void aCommandInPlainTextMayStandBelowATitleOrBehindABareSign() {
        assertThat(Steps.of("x.txt", "----- second server -----\npg_ctl -D /srv/two start\n")
                        .commands())
                .containsExactly("a pg_ctl -D /srv/two start");
        assertThat(Steps.of("x.sql", ">psql -p 5433 -c 'select 1'\nselect 2;\n").commands())
                .containsExactly("a psql -p 5433 -c 'select 1'", "1 select 2;");
    }

    @Test
    void aCommandThatWasTakenForOutputOrProseIsTold() {
        Steps steps = Steps.of("x.md", fence("", "$ cat readme", "one", "select 1;", "$ ls"));
        assertThat(steps.messages()).contains("taken for output: \"select 1;\"");
        assertThat(Steps.of("x.txt", "Do it with\npg_ctl -D /srv/two start\n\n=> select 1;\n")
                        .messages())
                .contains("left as prose: \"pg_ctl -D /srv/two start\"");
    }

    @Test
    void pathsOfWindowsAreDirectories() {
        assertThat(commands(fence(
                        "",
                        "$ pg_basebackup -D C:\\pg\\copy -R",
                        "$ pg_ctl -D C:\\pg\\copy start",
                        "$ pg_ctl -D C:\\pg\\one stop")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "b", "a");
    }

    @Test
    void aFenceRightBelowMarkupIsAFence() {
        Steps steps = Steps.of("x.md", "<br/>\n```sql\na=# select 1;\n\na=# select 2;\n```\n<br/>\n\nText\n");
        assertThat(steps.commands()).containsExactly("1 select 1;", "1 select 2;");
        assertThat(steps.imported().report().get(0).position())
                .extracting(position -> position.line())
                .isEqualTo(3);
        assertThat(commands("````\n$ cat x\n<br/>\n```sql\nselect 1;\n````\n")).containsExactly("a cat x");
    }

    @Test
    void indentedParagraphsMayHaveCommandsBetweenThem() {
        assertThat(commands("""
                        Steps

                            1. Stop the server on the standby now.

                                sudo systemctl stop x

                            Note: You can look at it on the primary.

                                select 1;
                        """)).containsExactly("b sudo systemctl stop x", "1 select 1;");
    }

    @Test
    void aBlockOfAnUnknownLanguageBeginsWithACommandBeyondDoubt() {
        assertThat(commands(fence("bsh", "pg_ctl -D /srv/one stop"))).containsExactly("a pg_ctl -D /srv/one stop");
    }

    @Test
    void backslashCommandsAndRowsOfProcessesAreNoCommandsOfAShell() {
        assertThat(commands(fence("sh", "psql", "# roles", "\\du", "exit")))
                .containsExactly("1 psql", "1 \\du", "1 \\q");
        assertThat(commands(fence("", "$ ls")
                        + "These run:\n"
                        + fence(
                                "",
                                "postgres 109     1  ... /srv/bin/postgres -D /srv/one",
                                "postgres 110   109  ... x")))
                .containsExactly("a ls");
    }

    @Test
    void whatInitdbPrintsForOthersToTypeIsItsOutput() {
        assertThat(commands(fence(
                        "",
                        "$ initdb -D /srv/one",
                        "Success. You can now start the database server using:",
                        "",
                        "/srv/bin/pg_ctl -D /srv/one -l logfile start",
                        "",
                        "$ ls")))
                .containsExactly("a initdb -D /srv/one", "a ls");
    }

    @Test
    void aChineseSentenceMayAskForACommand() {
        assertThat(commands("然後再執行 `docker-compose up -d`\n\n重啟 `systemctl restart x`.\n"))
                .containsExactly("a docker-compose up -d", "a systemctl restart x");
    }

    @Test
    void whoTypesACommandMayStandBeforeIt() {
        Steps steps = Steps.of(
                "x.md",
                "me: `psql -U me`\n```\npsql (17.2)\nType \"help\" for help.\n```\n\nshop: `create table t as\nselect 1 as n;`\n"
                        + fence("", "SELECT 1") + "\nshop: `\\d`\n\nshop: `select\nof` it\n");
        assertThat(steps.commands()).containsExactly("1 psql -U me", "1 create table t as\nselect 1 as n;", "1 \\d");
        assertThat(steps.imported().lab()).contains("    SELECT 1\n").doesNotContain("17.2");
    }

    @Test
    void programsOfAnInstallationAreCommandsBehindANumberSign() {
        assertThat(commands(fence("", "# /usr/pgsql-16/bin/pg-setup initdb", "# /etc/x is a file", "# dpkg -i x.deb")))
                .containsExactly("a /usr/pgsql-16/bin/pg-setup initdb", "a dpkg -i x.deb");
    }

    @Test
    void aStatementWithoutItsSemicolonEndsAtACommandBeyondDoubt() {
        assertThat(commands(fence("", "psql", "create role r", "echo 'host all all all trust' > pg_hba.conf")))
                .containsExactly("1 psql", "1 create role r;", "a echo 'host all all all trust' > pg_hba.conf");
    }

    @Test
    void statementsBelowAPromptGoOnBelowBlankLinesAndOutput() {
        assertThat(commands(fence(
                        "sql",
                        "a=# \\c shop",
                        "",
                        "BEGIN;",
                        "create role r;",
                        "COMMIT;",
                        "",
                        "a=# select 1 as n;",
                        " n",
                        "---",
                        " 1",
                        "(1 row)",
                        "",
                        "select 2;",
                        "a=# select 3;")))
                .containsExactly(
                        "1 \\c shop",
                        "1 BEGIN;",
                        "1 create role r;",
                        "1 COMMIT;",
                        "1 select 1 as n;",
                        "1 select 2;",
                        "1 select 3;");
    }

    @Test
    void theNameOfAProgramInAListIsSpokenOf() {
        assertThat(commands("See:\n\n- [pg_basebackup](x.md)\n- [pg_rewind](y.md)\n\n" + fence("", "$ ls")))
                .containsExactly("a ls");
    }

    @Test
    void whatIsLeftOutIsNoCommand() {
        assertThat(commands(fence("", "a=# select 1;", "a=# [ ... more of the same ... ]", "a=# ...", "a=# select 2;")))
                .containsExactly("1 select 1;", "1 select 2;");
    }

    @Test
    void rowsOfATableAreNoPipes() {
        assertThat(commands(fence("bash", "  Owner   | All ", "----------+-----", " postgres | f") + fence("", "$ ls")
                        + "- проверил `\\dRp+`\n"))
                .containsExactly("a ls", "1 \\dRp+");
    }

    @Test
    void aFenceBelowTextInHtmlIsOne() {
        assertThat(commands("""
                <div class="slide">
                  * Make the role
                ```
                create role walker;
                ```
                  * and the table
                ```
                create table walk(id int);
                ```
                </div>
                """)).containsExactly("1 create role walker;", "1 create table walk(id int);");
    }

    @Test
    void aCommandInBackticksBehindItsPromptIsOne() {
        Steps steps = Steps.of("x.md", """
                Create it:
                postgres@db:~$ `pg_createcluster 16 second -p 5433`

                postgres@db:~$ `pg_lsclusters`
                ```
                Ver Cluster Port
                16  main    5432
                ```

                At the second one
                postgres=# `create table cup(id int);`\s\s
                CREATE TABLE

                postgres=# ins`ert into cup values (1);`

                `postgres=#` `select 1;`

                The table `cup` is there, and $ `x` is none.
                """);
        assertThat(steps.commands())
                .containsExactly(
                        "a pg_createcluster 16 second -p 5433",
                        "a pg_lsclusters",
                        "1 create table cup(id int);",
                        "1 insert into cup values (1);",
                        "1 select 1;");
        assertThat(steps.imported().lab()).contains("Ver Cluster Port");
    }

    @Test
    void belowTheEndOfPsqlCommandsNeedNoPrompt() {
        assertThat(commands(fence(
                        "",
                        "psql",
                        "",
                        "postgres=# select 1;",
                        "postgres=# \\q",
                        "",
                        "sudo nano /etc/hosts",
                        "pg_lsclusters")))
                .containsExactly("1 psql", "1 select 1;", "1 \\q", "a sudo nano /etc/hosts", "a pg_lsclusters");
    }

    @Test
    void anOrdinalAloneIsASession() {
        assertThat(commands("In the first session\n" + fence("", "db=# begin;") + "\nThe second\n"
                        + fence("", "db=# select 2;") + "\nВ первой:\n" + fence("", "db=# commit;")))
                .containsExactly("1 begin;", "2 psql -p 5432 -U postgres", "2 select 2;", "1 commit;");
    }

    @Test
    void clustersAreToldApartByTheirNumbersWhereverTheyAreNamed() {
        assertThat(commands(fence(
                        "",
                        "sudo -u postgres psql --cluster 16/shop",
                        "",
                        "postgres=# select 1;",
                        "postgres=# \\q",
                        "",
                        "systemctl restart postgresql@16-shop2",
                        "psql --cluster=16/shop3",
                        "",
                        "postgres=# select 2;")))
                .containsExactly(
                        "1 psql --cluster 16/shop",
                        "1 select 1;",
                        "1 \\q",
                        "b systemctl restart postgresql@16-shop2",
                        "2 psql --cluster=16/shop3",
                        "2 select 2;");
    }

    @Test
    void theOnlyPortIsThatOfTheOnlyServer() {
        assertThat(commands(fence("", "$ psql -p 5440", "postgres=# select 1;")))
                .containsExactly("1 psql -p 5440", "1 select 1;");
    }

    @Test
    void keysThatEndALineAreNoCommand() {
        assertThat(commands(fence("", "db=# select 1^C", "db=# ^C", "db=# select 2;")))
                .doesNotContain("1 ^C;");
    }

    @Test
    void aStatementBelowTheMessageOfANewConnectionNeedsNoPrompt() {
        assertThat(commands(fence(
                        "",
                        "postgres=# \\c shop",
                        "You are now connected to database \"shop\" as user \"postgres\".",
                        "create table cup(id int);",
                        "shop=# table cup;")))
                .containsExactly("1 \\c shop", "1 create table cup(id int);", "1 table cup;");
    }

    @Test
    void aNumberSignIsNoPromptWherePromptsHaveNames() {
        assertThat(commands(fence("", "[root@db ~]# mamonsu tune", "# sysctl settings are in files", "x = 1")))
                .containsExactly("a mamonsu tune");
    }

    @Test
    void aValueThatIsEmptyIsNoCommand() {
        assertThat(commands(
                        fence("", "select pg_wal_replay_pause();", "-[ RECORD 1 ]-------+-", "pg_wal_replay_pause |")))
                .containsExactly("1 select pg_wal_replay_pause();");
    }

    @Test
    void notesInAnotherScriptDivideABlock() {
        assertThat(commands(fence(
                        "",
                        "主库创建一个表",
                        "psql -U postgres",
                        "postgres=# create table cup(id int);",
                        "",
                        "从库查看结果",
                        "psql -U postgres",
                        "postgres=#table cup;",
                        "",
                        "1. Затем на мастере",
                        "insert into cup values (1);",
                        "INSERT 0 1")))
                .containsExactly(
                        "1 psql -U postgres",
                        "1 create table cup(id int);",
                        "2 psql -U postgres",
                        "2 table cup;",
                        "1 insert into cup values (1);");
    }

    @Test
    void clustersMayHaveTheirPortsForNames() {
        assertThat(commands(fence(
                                "",
                                "$ pg_ctlcluster 16 5440 start",
                                "$ ls /var/lib/postgresql/16/5440",
                                "$ ls /var/lib/postgresql/16/main/pg_wal",
                                "$ psql -p 5440 -c 'select 5'",
                                "$ psql -p 5432 -c 'select 6'")
                        + "\nНа сервере 5432:\n"
                        + fence("", "postgres=# select 1;")
                        + "\nOn the server at port 5440:\n"
                        + fence("", "postgres=# select 2;")))
                .containsExactly(
                        "b pg_ctlcluster 16 5440 start",
                        "b ls /var/lib/postgresql/16/5440",
                        "a ls /var/lib/postgresql/16/main/pg_wal",
                        "b psql -p 5440 -c 'select 5'",
                        "a psql -p 5432 -c 'select 6'",
                        "1 select 1;",
                        "2 select 2;");
    }

    @Test
    void aLineMayBeASessionsName() {
        assertThat(commands("1. Begin in both sessions\nsess1\n" + fence("", "db=# begin;") + "\n_2 сессия_\n"
                        + fence("", "db=# select 2;") + "\n__Terminal 1:__\n" + fence("", "db=# select 3;")))
                .containsExactly("1 begin;", "2 psql -p 5432 -U postgres", "2 select 2;", "1 select 3;");
    }

    @Test
    void aRemarkThatSaysWhenDoesNotSayWhere() {
        assertThat(commands("On node 2:\n\n"
                        + fence(
                                "sql",
                                "select 1;",
                                "-- after the commands on node 1:",
                                "select 2;",
                                "-- now on node 1",
                                "select 3;")))
                .containsExactly("2 select 1;", "2 select 2;", "1 select 3;");
    }

    @Test
    void aBackslashCommandAtThePromptOfAStatementIsOne() {
        assertThat(commands(fence("", "postgres=# select 1;", " 1", "(1 row)", "", "postgres-# \\q", "$ exit")))
                .containsExactly("1 select 1;", "1 \\q", "a exit");
    }

    @Test
    void rowsGoOnBelowATitleAboveTheHeader() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "",
                        "shop=> \\l",
                        "            List of databases",
                        "   Name    |  Owner   |  Access privileges",
                        "-----------+----------+----------------------",
                        " shop      | clerk    | =c/clerk            +",
                        "           |          | clerk=CTc/clerk",
                        " stock     | clerk    |",
                        "(2 rows)",
                        "",
                        "shop=> select 1;"));
        assertThat(steps.commands()).containsExactly("1 \\l", "1 select 1;");
        assertThat(steps.imported().lab())
                .contains("               |          | clerk=CTc/clerk\n     stock     | clerk    |\n    (2 rows)\n");
    }

    @Test
    void aStatementAtADollarIsSql() {
        assertThat(commands(
                        fence("", "$ psql shop", "$ shop=# set search_path = stock;", "$ SELECT count(*) FROM items;")))
                .containsExactly("1 psql shop", "1 set search_path = stock;", "1 SELECT count(*) FROM items;");
    }

    @Test
    void theBannerOfPsqlIsNoCommand() {
        assertThat(commands(fence(
                        "bash",
                        "psql -p 5433 shop",
                        "",
                        "psql (14.18 (Homebrew), server 17.5)",
                        "WARNING: other version")))
                .containsExactly("1 psql -p 5433 shop");
    }

    @Test
    void whatASentenceAsksToStopAndStartIsTyped() {
        assertThat(commands("""
                                We stop the server of the first shop `pg_ctl stop -D /srv/shop`
                                and wait.

                                Перезапустим кластер, чтобы применить все новые настройки `pg_ctl restart -D /srv/shop`
                                и подождём.
                                """)).containsExactly("a pg_ctl stop -D /srv/shop", "a pg_ctl restart -D /srv/shop");
    }
}
