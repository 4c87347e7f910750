package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pairs that are brought into each situation by typing, on real servers: {@code status} names it, and what it advises, typed word for
 * word, makes a healthy pair of it, in which the rows of the node that was to stay are there.
 */
class AdviceIT {
    private static final int ROUNDS = 3;

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    private Path state = Path.of("");

    private Path directory = Path.of("");
    private HeadlessShell shell;

    @BeforeEach
    void open() throws IOException {
        directory = POSTGRES.directory();
        shell = HeadlessShell.open(directory, state);
    }

    @AfterEach
    void leaveNothing() {
        if (shell.current().exists()) {
            shell.type("destroy --yes");
        }
        shell.close();
        assertThat(directory).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            STANDBY_STOPPED | a | up; row a; stop b
            STANDBY_STOPPED | a | up; row a; crash b kill
            PRIMARY_STOPPED | a | up; row a; crash a kill
            STOPPED         | a | up; row a; down
            STOPPED         | b | up; crash a; promote b; up; row b; down
            FORMER_PRIMARY  | b | up; stop a; promote b; row b
            FORMER_PRIMARY  | b | up; stop a; promote b; row b; down
            FORKED          | b | up; stop b; row a; crash a; start b; promote b; row b
            FORKED          | b | up; crash a kill; promote b; row b; start a --force
            FORKED          | b | up; crash a kill; promote b; row b; stop b; start a --force; row a
            FORKED          | b | up; promote b; row b; row a; down
            TWO_PRIMARIES   | ? | up; stop b; sh b; rm $PGDATA/standby.signal; exit; start b --force; row b; row a; row a
            NO_PRIMARY      | a | up; row a; down; sh a; touch $PGDATA/standby.signal; exit
            UNSTARTED       | a | up; row a; stop b; basebackup --from a --to b --no-standby
            UNSTARTED       | a | up; row a; stop b; basebackup --from a --to b --slot pgduo; down
            REWOUND         | b | up; promote b; row b; row a; stop a; rewind a --from b --yes
            DAMAGED         | a | up; row a; stop b; sh b; rm $PGDATA/global/pg_control; exit
            DAMAGED         | b | up; row a; catchup; crash a; sh a; rm $PGDATA/global/pg_control; exit
            DAMAGED         | b | up; row a; catchup; sh a; rm $PGDATA/PG_VERSION; exit
            ALONE           | a | up; row a; stop b; sh b; rm -rf $PGDATA; exit
            ORPHAN          | b | up; row a; catchup; stop a; sh a; rm -rf $PGDATA; exit
            BLANK           | a | new; start a; row a
            BLANK           | a | new
            NETWORK_DOWN    | a | up; row a; cut
            LINK_DEAD       | a | up; row a; cut; sh a; kill -KILL $(cut -d ' ' -f 1 $PGDATA/../../link/process); exit
            SLOT_MISSING    | a | up; stop b; slot drop pgduo; row a; start b
            RECOVERING      | a | up; row a; stop b; recover b --name nowhere --restore-command "cp /no/%f %p"
            CANNOT_FOLLOW   | a | up; row a; conf reset primary_conninfo --node b; restart b
            CANNOT_FOLLOW   | a | up; row a; stop b; sh b; sed -i s/port=/port=1/ $PGDATA/postgresql.auto.conf; exit; start b
            SETTING_TOO_LOW | a | up; conf set max_connections 150 --node a; restart a; row a
            FROZEN          | a | up; row a; sh a; kill -STOP $(head -n 1 $PGDATA/postmaster.pid); exit
            UNRELATED       | a | new; start a; row a; start b; row b
            EMPTY           | a | new; sh a; rm -rf $PGDATA; exit; sh b; rm -rf $PGDATA; exit
            """)
    void whatStatusAdvisesHeals(Situation situation, String kept, String lines) {
        type(lines);
        Finding finding = look(situation);
        assertThat(finding.verdict().situation()).as(finding.verdict().words()).isEqualTo(situation);
        assertThat(kept).isIn("?", finding.verdict().primary().toString());
        assertThat(shell.type("status").text())
                .contains("pair: ", finding.verdict().words());
        heals(finding, lines.contains("row " + kept) || (kept.equals("b") && lines.contains("row a; catchup")));
    }

    /** The slot keeps what it must not any more, and what the standby needs next is gone. */
    @Test
    void lostWalIsCopiedAnew() {
        type(
                "up; stop b; conf set max_slot_wal_keep_size=1MB wal_keep_size=0 max_wal_size=32MB min_wal_size=32MB --node a; reload a");
        for (int i = 0; i < 4; i++) {
            sql("insert into kept values ('a')");
            sql("select pg_switch_wal()");
        }
        sql("checkpoint");
        type("start b");
        Finding finding = look();
        assertThat(finding.verdict().situation())
                .as(finding.verdict().words())
                .isIn(Situation.SLOT_LOST, Situation.WAL_REMOVED);
        heals(finding, true);
    }

    /** A standby that cannot go on with its settings gets them from {@code up}, one after the other, whether it runs or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "up; SET; restart a; down",
                "up; SET; restart a; stop b",
                "up; SET; restart a; lag",
                "up; stop b; SET; restart a",
                "up; crash b kill; SET; restart a; row a"
            })
    void whatIsTooLowIsSetByUp(String before) {
        type(before.replace("SET", "conf set max_connections=150 max_prepared_transactions=20 --node a"));
        type("up");
        assertThat(look().verdict().situation()).isEqualTo(Situation.HEALTHY);
        assertThat(ask(NodeName.B, "show max_prepared_transactions")).isEqualTo("20");
    }

    /** A standby whose signal file is gone would come back from a stop as a second primary. */
    @ParameterizedTest
    @ValueSource(strings = {"restart b", "snapshot save s1"})
    void aStandbyWithoutItsSignalFileIsNotStopped(String line) {
        type("up; row a; catchup; sh b; rm $PGDATA/standby.signal; exit");
        assertThat(shell.type(line).text()).contains("would be a second primary");
        assertThat(look().verdict().situation()).isEqualTo(Situation.HEALTHY);
    }

    /** Files in a data directory that is none keep nobody from a new cluster, and are kept. */
    @Test
    void upGoesOnWhereOnlyStrayFilesAre() throws IOException {
        type("new");
        for (Node node : lab().nodes()) {
            FileTree.empty(node.layout().data());
        }
        Files.writeString(lab().node(NodeName.A).layout().data().resolve("standby.signal"), "");
        heals(look(), false);
        assertThat(shell.type("undo").text()).contains("reset");
    }

    /** The node that is to be the primary may lack settings, too. */
    @Test
    void whatANewPrimaryLacksIsSetByUp() throws IOException {
        type(
                "up; stop b; conf set max_connections=150 --node a; restart a; row a; standby b --of a --slot pgduo; start b");
        shell.type("down");
        FileTree.empty(lab().node(NodeName.A).layout().data());
        type("up --yes");
        assertThat(look().verdict().situation()).isEqualTo(Situation.HEALTHY);
    }

    /** What each of two standbys has, the other one has too; with both, all would go. */
    @Test
    void resetAsksAlsoWhenBothAreStandbys() {
        type("up; row a; down; standby a --of b");
        HeadlessShell.Typed typed = shell.type("reset");
        assertThat(typed.failed()).isTrue();
        assertThat(typed.text()).contains("cannot overwrite node", "\"reset --yes\"");
        heals(look(), true);
    }

    /** Two nodes on one timeline that have parted: the server would not notice. */
    @Test
    void aStandbyWithAHistoryOfItsOwnIsNotStarted() {
        type("up; stop b; sh b; rm $PGDATA/standby.signal; exit; start b --force; row b; row a; stop b");
        type("sh b; touch $PGDATA/standby.signal; exit");
        assertThat(shell.type("start b").text()).contains("it would overwrite WAL of its own with that of node a");
        heals(look(), false);
        assertThat(rows(NodeName.A)).isEqualTo(1);
    }

    /** Somebody put an old copy of the primary back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStandbyThatIsAheadIsNotLost(boolean up) {
        type("up; row a; catchup; down; sh a; cp -a $PGDATA $PGDATA.old; exit; up; row a; down");
        type("sh a; rm -rf $PGDATA; mv $PGDATA.old $PGDATA; exit");
        Finding finding = look();
        assertThat(finding.verdict().situation()).as(finding.verdict().words()).isEqualTo(Situation.STANDBY_AHEAD);
        if (up) {
            type("up");
        }
        heals(look(), false);
        assertThat(rows(NodeName.A)).isEqualTo(2);
        assertThat(rows(NodeName.B)).isEqualTo(2);
    }

    private void heals(Finding found, boolean withRow) {
        Finding now = found;
        for (int round = 0; round < ROUNDS && !now.verdict().situation().healthy(); round++) {
            for (String command : now.verdict().commands()) {
                HeadlessShell.Typed typed = shell.type(command);
                assertThat(typed.failed()).as(command + "\n" + typed.text()).isFalse();
            }
            now = look();
        }
        assertThat(now.verdict().situation()).as(now.verdict().words()).isEqualTo(Situation.HEALTHY);
        assertThat(shell.type("status").text())
                .contains("replication: streaming")
                .doesNotContain("pair: ");
        if (withRow) {
            assertThat(rows(now.verdict().primary())).isPositive();
        }
    }

    /** What a server does by itself may take a moment. */
    private Finding look(Situation expected) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Finding found = look();
        while (found.verdict().situation() != expected && System.nanoTime() < until) {
            found = look();
        }
        return found;
    }

    private Finding look() {
        return lab().check().look();
    }

    private Lab lab() {
        return shell.current().lab();
    }

    /** The lines of a script; {@code row a} writes a row on node a that says where it was written. */
    private void type(String lines) {
        for (String line : lines.split("; ", -1)) {
            String text = line.strip();
            if (text.startsWith("row ")) {
                NodeName node = NodeName.parse(text.substring("row ".length()));
                ask(node, "create table if not exists kept (node text)");
                ask(node, "insert into kept values ('" + node + "')");
            } else {
                HeadlessShell.Typed typed = shell.type(text);
                assertThat(typed.failed()).as(text + "\n" + typed.text()).isFalse();
            }
        }
    }

    private void sql(String statement) {
        ask(NodeName.A, "create table if not exists kept (node text)");
        ask(NodeName.A, statement);
    }

    /** Rows that were written on the node whose data stay. */
    private int rows(NodeName primary) {
        List<String> told = List.of(ask(primary, "select count(*) from kept"));
        return Integer.parseInt(told.get(0));
    }

    private String ask(NodeName node, String statement) {
        return lab().query(node).ask(statement);
    }
}
