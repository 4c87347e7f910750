package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a command is by the machine, address or port that it or its prompt names. */
class MachinesTest {
    private static String fence(String... lines) {
        return "```\n" + String.join("\n", lines) + "\n```\n";
    }

    private static List<String> commands(String text) {
        return Steps.of("x.md", text).commands();
    }

    @Test
    void numbersOfNamesMayBeginWithZero() {
        assertThat(commands(fence(
                        "root@db-0:~# ls",
                        "root@db-1:~# ls",
                        "root@db-2:~# ls",
                        "db-0 | shop=# select 0;",
                        "db-1 | shop=# select 1;")))
                .containsExactly("a ls", "b ls", "b ls", "1 select 0;", "2 select 1;");
        assertThat(commands(fence(
                        "$ kubectl exec -it pg-0 -- psql -c 'select 1'",
                        "$ kubectl exec -it pg-1 -- psql -c 'select 1'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b");
    }

    @Test
    void numbersOfNamesMayBeginAnywhere() {
        assertThat(commands(fence("[me@alma12 ~]$ ls", "[me@alma13 ~]$ ls", "[me@alma14 ~]$ ls")))
                .containsExactly("a ls", "b ls", "b ls");
    }

    @Test
    void theTextTellsWhoseANameOrAddressIs() {
        String text = "The primary server is miguel (10.0.0.7) and the standby server is carla (10.0.0.5).\n\n";
        assertThat(commands(text
                        + fence(
                                "[me@carla ~]$ ls",
                                "[me@miguel ~]$ ls",
                                "me@10.0.0.5:~$ ls",
                                "$ psql -h 10.0.0.5 -c 'select 1'",
                                "$ pg_basebackup -h 10.0.0.7 -D /srv/x",
                                "$ psql -h carla",
                                "shop=# select 1;")))
                .containsExactly(
                        "b ls",
                        "a ls",
                        "b ls",
                        "b psql -h 10.0.0.5 -c 'select 1'",
                        "b pg_basebackup -h 10.0.0.7 -D /srv/x",
                        "2 psql -h carla",
                        "2 select 1;");
    }

    @Test
    void whatIsCalledIsNotWhereOneIs() {
        assertThat(commands("On the standby call `psql -h box`:\n\n" + fence("me@box:~$ ls", "me@crate:~$ ls")))
                .containsExactly("a ls", "b ls");
    }

    @Test
    void aClientSaysItsPort() {
        assertThat(commands(fence(
                        "$ psql -p 5432 -c 'select 1'",
                        "$ psql -p 5433 -c 'select 1'",
                        "$ pgbench -p 5434 shop",
                        "$ pg_basebackup -p 5432 -D /srv/x")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b", "b", "b");
    }

    @Test
    void theTextTellsWhoseAPortIs() {
        assertThat(commands("* Standby: port 6000\n* Primary: port 6001\n\n"
                        + fence(
                                "$ psql -p 6000 -c 'select 1'",
                                "$ psql -p 6001 -c 'select 1'",
                                "$ psql -p 6002 -c '1'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "a", "b");
    }

    @Test
    void theTextTellsWhoseTheOnlyPortIs() {
        String ask = fence("$ psql -p 6000 -c 'select 1'");
        assertThat(commands("On the primary:\n\n" + ask + "On the standby:\n\n" + fence("$ psql -c 'select 2'")))
                .containsExactly("a psql -p 6000 -c 'select 1'", "b psql -c 'select 2'");
        assertThat(commands("On the primary:\n\n" + ask + "On the standby:\n\n" + ask))
                .containsExactly("a psql -p 6000 -c 'select 1'", "b psql -p 6000 -c 'select 1'");
        assertThat(commands(fence("=# select 1;") + "And on the last node:\n\n" + ask + "Again:\n\n"
                        + fence("=# select 2;")))
                .containsExactly("1 select 1;", "b psql -p 6000 -c 'select 1'", "1 select 2;");
    }

    @Test
    void thePortOfAContainerIsItsNodes() {
        assertThat(commands(fence(
                        "$ docker run -d --name the-standby -p 6001:5432 postgres",
                        "$ docker run -d --name the-primary -p 127.0.0.1:6002:5432 postgres",
                        "$ psql -p 6001 -c 'select 1'",
                        "$ psql -p 6002 -c 'select 1'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "a", "b", "a");
        assertThat(commands(fence(
                        "$ docker run -d -p 6002:5432 --name x postgres",
                        "$ docker run -d -p 6001:5432 --name y postgres",
                        "$ psql -p 6001 -c 'select 1'",
                        "$ psql -p 6002 -c 'select 1'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b", "b", "a");
    }

    @Test
    void thePortOfAServiceIsItsNodes() {
        String file = """
                services:
                  replica:
                    image: postgres
                    ports:
                      - "6001:5432"
                  primary:
                    image: postgres
                    ports: ["6002:5432"]
                  web:
                    ports:
                    - 8080:80
                """;
        assertThat(commands("```yaml\n" + file + "```\n"
                        + fence("$ psql -p 6001 -c 'select 1'", "$ psql -p 6002 -c 'select 1'", "$ psql -p 6001")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "a", "2");
        assertThat(commands("```yaml\n" + file.replaceAll("(?s)  primary.*", "") + "```\n" + "On the primary:\n\n"
                        + fence("$ psql -p 6001 -c 'select 1'")))
                .containsExactly("b psql -p 6001 -c 'select 1'");
    }

    @Test
    void theOnlyMachineIsTheFirstOneWhateverItsNumber() {
        assertThat(commands(fence("me@vm3:~$ ls", "me@vm3:~$ psql", "a=# select 1;")))
                .containsExactly("a ls", "1 psql", "1 select 1;");
        assertThat(commands(fence("me@vm3:~$ ls", "me@vm2:~$ ls", "me@vm1:~$ ls")))
                .containsExactly("b ls", "b ls", "a ls");
    }

    @Test
    void aCommandOfRepmgrSaysItsServer() {
        assertThat(commands("On the primary:\n\n"
                        + fence(
                                "repmgr -f /srv/repmgr.conf primary register",
                                "repmgr -h one -U me -f /srv/repmgr.conf standby clone",
                                "repmgr -f /srv/repmgr.conf cluster show",
                                "repmgr -f /srv/repmgr.conf standby promote",
                                "repmgr -f /srv/repmgr.conf standby follow")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b", "a", "b", "a");
    }

    @Test
    void aProfileOfContainersIsANode() {
        assertThat(commands("On the primary:\n\n"
                        + fence("docker compose --profile standby up -d", "docker compose --profile all up")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "a");
    }

    @Test
    void noPortIsTheStandardOneWhereOthersAreNamed() {
        assertThat(commands("On the standby:\n\n"
                        + fence("me@box:~$ psql -p 5433", "a=# \\q", "me@box:~$ psql", "a=# select 1;")))
                .containsExactly("2 psql -p 5433", "2 \\q", "1 psql", "1 select 1;");
        assertThat(commands("On the standby:\n\n" + fence("me@box:~$ psql", "a=# select 1;")))
                .endsWith("2 select 1;");
    }

    @Test
    void containersThatAreStartedAndStoppedAreNodesToo() {
        assertThat(commands(fence(
                        "$ docker stop the-primary",
                        "$ docker compose restart replica",
                        "$ docker logs -n 5 the-replica",
                        "$ docker compose up -d")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b", "b", "a");
    }

    @Test
    void aBackupThatBecomesAStandbyMakesTheSecondServer() {
        assertThat(commands("Copy it on the primary:\n\n"
                        + fence(
                                "$ pg_basebackup -h 10.1.1.1 -R -D /srv/copy",
                                "$ pg_basebackup -h <primary_ip> -R -D /srv/copy",
                                "$ pg_basebackup -R -D /srv/backup",
                                "$ pg_basebackup -h 10.1.1.1 -D /var/lib/postgresql/16/data")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "b", "a", "a");
    }

    @Test
    void whatIsWrittenIntoAContainersCommandIsRunThere() {
        assertThat(commands("On the replica:\n\n"
                        + fence("$ cat <<EOF | docker compose exec -T publisher psql", "select 1;", "EOF")))
                .containsExactly("a cat <<EOF | docker compose exec -T publisher psql\nselect 1;\nEOF");
    }

    @Test
    void aContainerIsLeftWhereTheTextGoesOn() {
        assertThat(commands(fence("docker exec -it replica bash", "ls") + "# More\n\n" + fence("ls")))
                .containsExactly("b docker exec -it replica bash", "b ls", "a ls");
    }

    @Test
    void theDirectoryThatEveryMachineHasIsNobodys() {
        assertThat(commands(fence(
                                "$ pg_basebackup -h primary -D /var/lib/pgsql/16/data",
                                "$ pg_basebackup -D /srv/archive/base",
                                "$ ls /srv/archive")
                        + "On the primary:\n\n" + fence("$ pg_controldata /var/lib/pgsql/16/data")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("b", "a", "a", "a");
    }

    @Test
    void promptsMayBeNamedByLetters() {
        assertThat(commands(fence("A@replica=# select 1;", "B@replica=# select 2;")
                        + "Остановим сервер **B**, переходим на **A**.\n\n"
                        + fence("$ ls")
                        + "Look on B:\n\n"
                        + fence("$ ls")))
                .containsExactly("1 select 1;", "2 select 2;", "a ls", "b ls");
        assertThat(commands(fence("A@shop=# select 1;", "C@shop=# select 2;")))
                .containsExactly("1 select 1;", "1 select 2;");
    }

    @Test
    void ofTwoDirectoriesTheOneWithANumberIsTheSecond() {
        assertThat(commands(fence("$ pg_ctl -D /srv/data start", "$ pg_ctl -D /srv/data1 start")))
                .containsExactly("a pg_ctl -D /srv/data start", "b pg_ctl -D /srv/data1 start");
        assertThat(commands(fence("$ pg_ctl -D /srv/data1 start", "$ pg_ctl -D /srv/data2 start")))
                .containsExactly("a pg_ctl -D /srv/data1 start", "b pg_ctl -D /srv/data2 start");
    }

    @Test
    void aPromptIsWhereItsOtherCommandsAre() {
        String known = fence(
                "[adm@box ~]$ pg_ctl -D /srv/one1 start",
                "[adm@box ~]$ pg_ctl -D /srv/one1 stop",
                "[dba@box ~]$ pg_ctl -D /srv/one2 start",
                "[dba@box ~]$ pg_ctl -D /srv/one2 stop");
        assertThat(commands(known + fence("[adm@box ~]$ ls", "[dba@box ~]$ ls")))
                .endsWith("a ls", "b ls");
    }

    @Test
    void onePortBesideNoneIsTheSecondOne() {
        assertThat(commands("On the primary:\n\n"
                        + fence("$ psql -c 'select 1'", "$ psql -p 5440 -c 'select pg_promote()'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b");
    }

    @Test
    void aProcessIsKilledWhereItWasSeen() {
        assertThat(commands("On the standby:\n\n"
                        + fence(
                                "$ sudo head -n 1 /srv/alpha/postmaster.pid",
                                "4711",
                                "$ sudo kill -9 4711",
                                "$ pg_ctl -D /srv/alpha stop")))
                .containsExactly(
                        "a sudo head -n 1 /srv/alpha/postmaster.pid",
                        "a sudo kill -9 4711",
                        "a pg_ctl -D /srv/alpha stop");
        assertThat(commands(
                        fence("me@replica:~$ head -n 1 /srv/x/postmaster.pid", "4711", "$ kill 4711", "$ kill 4712")))
                .containsExactly("b head -n 1 /srv/x/postmaster.pid", "b kill 4711", "a kill 4712");
    }

    @Test
    void theNameOfADatabaseIsNoServers() {
        assertThat(commands(fence("a=# \\c replica_test", "replica_test=# select 1;")))
                .containsExactly("1 \\c replica_test", "1 select 1;");
        assertThat(commands(fence("a=# \\c sub", "sub=# select 1;", "pub=# select 2;")))
                .containsExactly("1 \\c sub", "2 select 1;", "1 select 2;");
    }

    @Test
    void theFirstOfTwoCommandsSaysThePort() {
        assertThat(commands("On the primary:\n\n"
                        + fence(
                                "$ psql -p 5432 -c 'select 1' && psql -p 5433 -c 'select 1'",
                                "$ psql -p 5433 -c 'select pg_promote()'")))
                .extracting(command -> command.substring(0, 1))
                .containsExactly("a", "b");
    }

    @Test
    void anotherUsersShellIsOnTheSameMachine() {
        String text = """
                Now on the primary

                ```
                [root@standby ~]# su - postgres
                -bash-4.2$ ls /srv
                ```

                ```
                -bash-4.2$ psql
                postgres=# select 1;
                ```

                On the primary:

                ```
                -bash-4.2$ ls /tmp
                ```
                """;
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly("b su - postgres", "b ls /srv", "2 psql", "2 select 1;", "a ls /tmp");
    }

    @Test
    void aCopyOfAThirdServerIsNotTheFirstOnes() {
        String text =
                "```\n$ psql -p 5432 -c 'select 1'\n$ psql -p 5433 -c 'select 2'\n$ psql -p 5434 -c 'select 3'\n$ pg_basebackup -p 5434 -D main\n```\n";
        assertThat(Steps.of("x.md", text).commands()).contains("b pg_basebackup -p 5434 -D main");
    }

    @Test
    void aMachineBesideTwoThatTheirNamesTellIsAThirdOne() {
        String text = """
                The keeper copies from the master.

                ```
                [me@desk ~]$ ssh master
                [root@master ~]# ls /a
                [root@slave ~]# ls /b
                [root@keeper ~]# su - keeper
                -bash-4.2$ ls /c
                ```
                """;
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly("a ssh master", "a ls /a", "b ls /b", "b su - keeper", "b ls /c");
    }

    @Test
    void aDirectoryOfAReplicaIsThatOfNodeB() {
        String text = "```\n$ pg_ctl -D /srv/repl_1 start\n$ pg_ctl -D /srv/data stop\n```\n";
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly("b pg_ctl -D /srv/repl_1 start", "a pg_ctl -D /srv/data stop");
    }
}
