package dev.pgduo.lab.fault.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.HeadlessShell;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.StandingFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deaths and freezes as they are typed, on one pair; each leaves it healthy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {
    @RegisterExtension
    final Postgres postgres = new Postgres();

    private Path directory;
    private Path state;
    private HeadlessShell shell;

    @BeforeAll
    void up(@TempDir Path temporary) throws Exception {
        state = temporary;
        directory = postgres.directory();
        shell = HeadlessShell.open(directory, state);
        ok("up --auth trust");
    }

    @AfterEach
    void isHealthy() {
        ok("heal");
        Wait.to("have b stream", Duration.ofSeconds(60))
                .until(() -> lab().check().look().verdict().situation().healthy());
        assertThat(StandingFault.of(lab().directory())).isEmpty();
    }

    @AfterAll
    void down() {
        shell.type("destroy --yes");
        shell.close();
    }

    private Lab lab() {
        return shell.current().lab();
    }

    private String ok(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(line + "\n" + typed.text()).isFalse();
        return typed.text();
    }

    private String refused(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(line + "\n" + typed.text()).isTrue();
        return typed.text();
    }

    private long postmaster(NodeName node) {
        return lab().node(node).status().pid().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "checkpointer", "walwriter", "walsender", "walreceiver"})
    void aProcessDiesAndTheServerStartsAnew(String kind) {
        NodeName node = kind.equals("walreceiver") ? NodeName.B : NodeName.A;
        long postmaster = postmaster(node);
        assertThat(ok("crash " + node + " " + kind))
                .contains("kill -KILL ", "fault " + kind + ": confirmed", "was terminated by signal 9: Killed")
                .contains("all server processes terminated; reinitializing");
        assertThat(postmaster(node)).isEqualTo(postmaster);
        assertThat(ok("status")).doesNotContain("fault:");
        assertThat(ok("heal")).contains("no fault is active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"immediate a", "kill a", "power a", "power b", "startup b"})
    void aNodeDiesAndIsStartedByHeal(String fault) {
        assertThat(ok("fault " + fault)).contains("confirmed", "no process of node ");
        assertThat(ok("status")).contains("fault: " + fault + " (\"heal " + fault + "\" ends it)");
        assertThat(ok("heal " + fault)).contains("pg_ctl start", "fault " + fault + " healed");
    }

    @Test
    void whoIsStartedByHandNeedsNoHealing() {
        ok("fault power b");
        ok("start b");
        assertThat(ok("status")).doesNotContain("fault:");
        assertThat(refused("heal power")).contains("ERROR:  fault power is not active");
    }

    @Test
    void anAcknowledgedCommitIsLost() {
        assertThat(ok("fault lost-commits")).contains("confirmed", "0 of 5 acknowledged rows are there");
        assertThat(lab().query(NodeName.A).ask("select count(*) from pgduo_lost"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "b", "a postmaster", "a walsender", "b walreceiver", "a checkpointer", "b checkpointer"})
    void freezesAndThaws(String what) {
        String node = what.substring(0, 1);
        String name = "freeze-" + (what.length() == 1 ? "node" : what.substring(2)) + " " + node;
        String frozen = ok("freeze " + what);
        assertThat(frozen).contains("kill -STOP ", "confirmed", "state T (stopped): ");
        assertThat(ok("status")).contains("fault: " + name + " ");
        assertThat(refused("freeze " + what)).contains("is active already");
        assertThat(ok("thaw " + what)).contains("kill -CONT ", "fault " + name + " healed");
        assertThat(OsProcess.in(lab().node(NodeName.parse(node)).layout().data()))
                .noneMatch(OsProcess::stopped);
        assertThat(refused("thaw " + what)).contains("is frozen");
    }

    @Test
    void nothingHangsOnAFrozenNode() {
        ok("freeze a");
        for (String line : new String[] {"status", "lag", "ps a", "log a", "conf show port --node a", "slot list"}) {
            long start = System.nanoTime();
            shell.type(line);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(line).isLessThan(Duration.ofSeconds(30));
        }
        ok("stop a");
        assertThat(OsProcess.in(lab().node(NodeName.A).layout().data())).isEmpty();
        assertThat(ok("status")).doesNotContain("fault:");
        ok("start a");
    }

    @Test
    void downThaws() {
        ok("freeze a checkpointer");
        ok("freeze b");
        assertThat(refused("up --yes"))
                .contains("HINT:  Next: \"heal freeze-checkpointer a\", \"heal freeze-node b\".");
        assertThat(ok("down")).contains("fault freeze-checkpointer a ended", "fault freeze-node b ended");
        ok("up");
    }

    @Test
    void aPostmasterThatIsKilledLeavesNoFrozenChild() {
        ok("freeze a walwriter".replace("walwriter", "checkpointer"));
        ok("crash a kill");
        assertThat(OsProcess.in(lab().node(NodeName.A).layout().data())).isEmpty();
        ok("start a");
    }

    @Test
    void theNextPgduoFindsAndHealsIt() {
        ok("freeze b");
        shell.close();
        shell = HeadlessShell.open(directory, state);
        assertThat(ok("status")).contains("fault: freeze-node b");
        assertThat(ok("heal")).contains("fault freeze-node b healed");
    }

    static List<String> names() {
        return FaultCatalogue.names();
    }

    /** A pgduo that was killed may have written down nothing but the name. */
    @ParameterizedTest
    @MethodSource("names")
    void healsWhatWasOnlyBegun(String name) {
        Fault fault = FaultCatalogue.get(name);
        NodeName node = lab().withRole(fault.card().side().usual()).orElseThrow();
        new StandingFault(StandingFault.directory(lab().directory()), name, node, Map.of()).save();
        shell.type("heal " + name);
        assertThat(StandingFault.of(lab().directory())).isEmpty();
    }

    @Test
    void aFaultThatStandsIsHealedByAnotherPgduo() {
        ok("fault hba-rejects");
        shell.close();
        shell = HeadlessShell.open(directory, state);
        assertThat(ok("status")).contains("fault: hba-rejects b (\"heal hba-rejects b\" ends it)");
        assertThat(ok("heal")).contains("fault hba-rejects b healed");
        assertThat(lab().node(NodeName.A).layout().data().resolve("pg_hba.conf"))
                .content()
                .doesNotContain("fault hba-rejects");
    }

    /** What only the second primary has goes with the repair, but not for ever. */
    @Test
    void whatIsReplacedIsKept() {
        ok("fault standby-signal-lost");
        assertThat(ok("heal")).contains("# what was there is kept: \"undo b ");
        assertThat(ok("undo")).contains("basebackup");
    }

    @Test
    void downPutsSettingsBack() {
        ok("fault archive-fails");
        assertThat(ok("down")).contains("fault archive-fails a ended");
        assertThat(lab().node(NodeName.A).layout().data().resolve("postgresql.auto.conf"))
                .content()
                .doesNotContain("archive");
        ok("up");
    }

    @Test
    void resetForgetsFaults() {
        ok("fault slot-dropped");
        ok("reset --yes");
        assertThat(ok("status")).doesNotContain("fault:");
        ok("up");
    }

    @Test
    void restoringASnapshotForgetsFaults() {
        ok("snapshot save before");
        ok("fault max-connections-low");
        ok("snapshot restore before --yes");
        assertThat(ok("status")).doesNotContain("fault:");
        ok("up");
    }

    @Test
    void refusesWhatIsWrong() {
        assertThat(refused("fault nothing-of-this")).contains("ERROR:  there is no fault \"nothing-of-this\"");
        assertThat(refused("fault chekpointer")).contains("HINT:  Perhaps you meant \"checkpointer\".");
        assertThat(refused("fault startup a"))
                .contains("DETAIL:  It is a fault of the standby, and node a is running primary.");
        assertThat(refused("fault walsender x=1")).contains("fault walsender has no argument \"x\"");
        assertThat(refused("fault backend a pid=1")).contains("process 1 is no client's backend of node a");
        assertThat(refused("crash a kil")).contains("HINT:  Perhaps you meant \"kill\".");
        assertThat(refused("freeze a everything")).contains("DETAIL:  It is one of node, postmaster, walsender");
        assertThat(refused("fault list fire")).contains("there is no group of faults \"fire\"");
        assertThat(refused("heal kill")).contains("fault kill is not active");
    }

    @Test
    void doesNotHealByMakingASecondPrimary() {
        ok("fault power a");
        ok("promote b");
        assertThat(ok("status"))
                .contains("fault: power a (it ends when node a runs again)", "HINT:  Next: \"")
                .doesNotContain("Next: \"heal");
        ok("freeze b checkpointer");
        assertThat(refused("heal"))
                .contains("fault power a stays active: ", "fault freeze-checkpointer b healed")
                .contains("cannot heal by starting node a");
        ok("up --yes");
        assertThat(ok("status")).doesNotContain("fault:");
        ok("switchover");
    }
}
