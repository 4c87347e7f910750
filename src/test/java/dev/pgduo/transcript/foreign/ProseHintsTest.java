package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text around blocks without prompts says of their servers and sessions. */
class ProseHintsTest {
    private static final String OPEN = "2 psql -p 5432 -U postgres";

    /** The commands of a document in which {@code @N} stands for a block with the statement {@code select N;}. */
    private static List<String> commands(String text) {
        return Steps.of("x.md", text.replaceAll("@(\\d)", "\n```sql\nselect $1;\n```\n"))
                .commands();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '`',
            value = {
                "On the second server: ` 2",
                "Let us go to the third server: ` 2",
                "On the primary key we say nothing: ` 1",
                "A standby follows. On the standby we look. It takes a while: ` 2",
                "This comes from the standby. So: ` 1",
                "Посмотрим на vm2: ` 2",
                "Переходим к третьему узлу: ` 2",
                "На реплике, подписанной на публикацию с ВМ 1: ` 2",
                "Подпишемся на публикацию: ` 1",
                "Проверим на ВМ1: ` 1",
                "VM2 ` 2",
                "2 кластер ` 2",
                "На **слейве** очистим каталог: ` 2",
                "На хосте slave в psql введём: ` 2",
                "Проверим с master на slave. Создание на виртуальной машине master базы: ` 1",
                "在从库上查询： ` 2",
                "在主库上查询： ` 1",
                "Log in to postgres-2: ` 2",
                "This holds on PostgreSQL 2.0 too: ` 1",
                "Look on node2 and on node3: ` 2",
                "On replica1: ` 2",
                "Check the replica again ` 2",
                "Make the replica identity full ` 1",
                "A word about the standby and what it does here: ` 1",
                "Sub02 ` 2",
                "### on prime ` 1",
                "На реплике. Подпишемся на таблицу в ВМ 1 и таблицу в ВМ 2: ` 2",
                "Look at the copied rows on the replication host: ` 2",
                "On the replicated standby it differs: ` 2",
                "We start it on a standby server. ` 2",
                "It is of use in a standby server. ` 1",
                "Let in connections from the standby: ` 1",
                "Take the backup from the replica: ` 1",
                "Log in to psql from the replica: ` 2",
                "Also the second node has a worker: ` 2",
                "The second node and the third one come later: ` 1",
                "# Configure the standby server ` 2",
                "# 3.2. Setting up the new replica (host x) ` 2",
                "# Replica configuration ` 2",
                "на 2-ой ВМ ` 2",
                "2-й сервер ` 2",
                "# Bootstrap a standby (PG 12+) ` 2",
                "# Standby servers of all kinds ` 1",
                "# Promote the most caught-up standby ` 2",
                "# Start old primary as new standby ` 1",
                "# Promote old standby as new primary ` 2",
                "# Choosing a standby to promote ` 2",
                "On the node to become the standby: ` 2",
                "On psql1, the standby waits: ` 1",
                "It lets queries run on standby nodes. ` 1",
                "On standby nodes: ` 2",
                "In the SSH terminal for the standby server, enter this: ` 2",
                "It has received the update from the standby. ` 1",
                "It is done on the standby nodes: ` 2",
                "# 5. Clone the primary database to the secondary node ` 2",
                "- [Standby setup](#standby-setup) ` 1",
                "On the new primary: ` 2",
                "Now on the old primary: ` 1",
                "На новом мастере: ` 2",
                "# Rebuild the old primary with pg_rewind ` 1",
                "On the source host: ` 1",
                "On the target host: ` 2",
                "在從庫上： ` 2",
                "Sur le serveur secondaire : ` 2",
                "Auf dem Replica: ` 2",
                "En el servidor primario: ` 1",
                "Sur server2 : ` 2",
                "There is no standby yet: ` 1",
                "On the server: ` 1",
                "No servidor réplica: ` 2",
                "Na réplica, verifique: ` 2",
                "No Primário, crie uma tabela: ` 1",
                "No terminal da réplica execute: ` 2",
                "# Etapa 2: Preparação do Servidor RÉPLICA ` 2",
                "# Préparation du serveur secondaire ` 2",
                "Sur le nouveau primaire : ` 2",
                "There is no replica: ` 1",
                "O arquivo da réplica: ` 1",
                "Sur la machine : ` 1",
                "En los archivos: ` 1",
                "All servers are equal: ` 1",
                "進入 slave 容器 ` 2"
            })
    void sayTheServer(String prose, int session) {
        assertThat(commands(prose + "@1")).containsExactly(session + " select 1;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On both servers:",
                "Make the table on all of the nodes:",
                "On the primary and the standby:",
                "On both master nodes:",
                "Sur les 2 serveurs :",
                "На обоих серверах:",
                "Выполним на 2 серверах:",
                "На каждом из серверов:",
                "Создадим таблицы на ВМ1 и ВМ2:",
                "# All nodes",
                "### on both",
                "Prepare both servers:",
                "On all three instances:",
                "On every server:",
                "On each of the servers:",
                "For each of the servers:",
                "On all machines:",
                "Of course both nodes need a table, so let us make it:",
                "Each server must have it:",
                "Install it (on both):",
                "# Install it (both nodes)",
                "Do it on both.",
                "Restart the servers:",
                "Change it everywhere:",
                "Auf allen drei Knoten:",
                "Auf jedem Server:",
                "Auf beiden Servern:",
                "Sur chacun des serveurs :",
                "Sur tous les nœuds :",
                "Sur l'ensemble des instances :",
                "En ambos servidores:",
                "En cada uno de los nodos:",
                "Su entrambi i nodi:",
                "На всех 3-х инстансах:",
                "Везде сделаем это:",
                "Оба сервера должны иметь её:",
                "在两台服务器上："
            })
    void speakOfBothServers(String prose) {
        assertThat(commands(prose + "@1")).containsExactly("1 select 1;", "2 select 1;");
    }

    @Test
    void settingsSayNothing() {
        assertThat(commands("On the standby:\n```\nstandby_mode = on\nprimary_conninfo = x\n```\n@1"))
                .containsExactly("2 select 1;");
    }

    @Test
    void speakOfBothServersOnlyUpToTheNextParagraph() {
        assertThat(commands("On both servers:@1\nThen:@2\nOn the standby:@3\nOn all nodes:@4\nThen:@5"))
                .containsExactly(
                        "1 select 1;",
                        "2 select 1;",
                        "1 select 2;",
                        "2 select 3;",
                        "1 select 4;",
                        "2 select 4;",
                        "2 select 5;");
    }

    @Test
    void speakOfBothServersUpToTheNextTitle() {
        assertThat(commands("# On both nodes\n\nOne:@1\nTwo:@2\n# Rows\n\nThree:@3"))
                .containsExactly("1 select 1;", "2 select 1;", "1 select 2;", "2 select 2;", "1 select 3;");
    }

    @Test
    void speakOfAServerWithinTheirPartOfTheDocument() {
        assertThat(commands("# Two\n\n## On the standby@1\n\n### Look@2\n\n## Again@3\n\n# Three@4"))
                .containsExactly("2 select 1;", "2 select 2;", "2 select 3;", "1 select 4;");
        assertThat(commands("## Two\n\n### Look\n\nOn the standby:@1\n\n### Again@2\n\n## Three@3"))
                .containsExactly("2 select 1;", "2 select 2;", "1 select 3;");
    }

    @Test
    void aCommentSpeaksOfTheCommandsOfItsBlock() {
        assertThat(Steps.of("x.md", """
                On the primary:

                ```sql
                -- Begin with a look on both nodes
                select 1;
                -- Look
                select 2;
                -- On the standby
                select 3;
                ```

                # More

                ```sql
                select 4;
                -- On both nodes:
                -- First this
                select 5;
                -- Then that
                select 6;
                ```
                """).commands())
                .containsExactly(
                        "1 select 1;",
                        "2 select 1;",
                        "1 select 2;",
                        "2 select 3;",
                        "1 select 4;",
                        "1 select 5;",
                        "2 select 5;",
                        "1 select 6;",
                        "2 select 6;");
    }

    @Test
    void speakOfSeveralSessions() {
        assertThat(commands("In both sessions:@1\nIn the second session:@2\nIn each session:@3"))
                .containsExactly("1 select 1;", OPEN, "2 select 1;", "2 select 2;", "1 select 3;", "2 select 3;");
        assertThat(commands("Начнём во всех трёх сеансах:@1"))
                .containsExactly("1 select 1;", OPEN, "2 select 1;", OPEN.replaceFirst("2", "3"), "3 select 1;");
        assertThat(commands("Во второй сессии закончим, и начнём в двух сессиях:@1"))
                .containsExactly("1 select 1;", OPEN, "2 select 1;");
        assertThat(commands("In session 2 we look. It will take a while:@1")).containsExactly(OPEN, "2 select 1;");
        assertThat(commands("--Cессия 2@1")).containsExactly(OPEN, "2 select 1;");
    }

    @Test
    void countSessionsByNumbersThatStandAlone() {
        assertThat(commands("- 1@1\n- 2@2\n- 1@3")).containsExactly("1 select 1;", OPEN, "2 select 2;", "1 select 3;");
        assertThat(commands("A@1\nB@2")).containsExactly("1 select 1;", OPEN, "2 select 2;");
        assertThat(commands("- 2@1")).containsExactly("1 select 1;");
    }

    @Test
    void areSaidInTheReport() {
        assertThat(Steps.of("x.md", "On both servers:\n```sql\nselect 1;\n```\n")
                        .messages())
                .contains(
                        "guess: what has no prompt is session 1 on node a (1 line): the text above speaks of both servers",
                        "guess: what has no prompt is session 2 on node b (1 line): the text above speaks of both servers");
    }

    @Test
    void aPlaceAloneHoldsForTheStepsBelowIt() {
        assertThat(commands("- **On all nodes**\n\n  - make it@1\n  - look at it@2\n- **Node 2**\n\n  - look@3"))
                .containsExactly("1 select 1;", "2 select 1;", "1 select 2;", "2 select 2;", "2 select 3;");
    }

    @Test
    void aCommentThatBeginsWithANumberAndASessionIsAboutThatSession() {
        String text = """
                ```sql
                -- 1 сессия. Начинаем
                shop=# begin;
                BEGIN

                -- 2 сессия. И здесь
                shop=# begin;
                BEGIN

                -- 4-я сессия: смотрим
                shop=# select 4;
                ```
                В пятой сессии тоже:
                ```
                shop=# select 5;
                ```
                """;
        assertThat(Steps.of("x.md", text).commands().stream()
                        .filter(command -> !command.contains("psql"))
                        .toList())
                .containsExactly("1 begin;", "2 begin;", "4 select 4;", "5 select 5;");
        assertThat(commands("We need 2 sessions:@1")).containsExactly("1 select 1;");
    }

    @Test
    void somebodysNumberOnALineIsASession() {
        String text = """
                ```
                Первый кассир
                shop=# select 1;
                ```

                ```
                Второй кассир
                shop=# select 2;
                ```

                User 1:

                ```
                shop=# select 3;
                ```
                """;
        assertThat(Steps.of("x.md", text).commands())
                .containsExactly("1 select 1;", OPEN, "2 select 2;", "1 select 3;");
    }
}
