package dev.pgduo.lab.fault.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.HeadlessShell;
import dev.pgduo.PgduoProcess;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.link.LinkFiles;
import dev.pgduo.lab.link.LinkMain;
import dev.pgduo.session.Probe;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The faults of the network as they are typed, on one pair; each leaves it as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event = 'SyncRep'";

    @RegisterExtension
    final Postgres postgres = new Postgres();

    private Path directory;
    private Path state;
    private HeadlessShell shell;
    private List<String> settings = List.of();

    @BeforeAll
    void up(@TempDir Path temporary) throws Exception {
        state = temporary;
        directory = postgres.directory();
        shell = HeadlessShell.open(directory, state);
        ok("up --auth scram");
        lab().query(NodeName.A).ask("create table kept(n int)");
        settings = settings();
    }

    @AfterEach
    void isAsItWas() throws Exception {
        ok("heal");
        Wait.to("have b stream", PATIENCE)
                .until(() -> lab().check().look().verdict().situation().healthy());
        assertThat(settings()).isEqualTo(settings);
        assertNothingLeft();
    }

    @AfterAll
    void down() {
        shell.type("destroy --yes");
        shell.close();
    }

    private void assertNothingLeft() throws IOException {
        assertThat(processes()).isEmpty();
        assertThat(directory.resolve("link")).doesNotExist();
    }

    private Lab lab() {
        return shell.current().lab();
    }

    private LabLink link() {
        return LabLink.of(lab().directory());
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

    /** What both nodes' files say, in no order. */
    private List<String> settings() throws IOException {
        List<String> lines = new ArrayList<>();
        for (NodeName node : NodeName.values()) {
            Files.readAllLines(lab().node(node).layout().data().resolve("postgresql.auto.conf"))
                    .forEach(line -> lines.add(node + ": " + line));
        }
        return lines.stream().sorted().toList();
    }

    /** Processes of a link of this lab. */
    private List<String> processes() throws IOException {
        List<String> found = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String title =
                        new OsProcess(Long.parseLong(process.getFileName().toString())).title();
                if (title.contains(LinkMain.class.getName()) && title.contains(directory.toString())) {
                    found.add(title);
                }
            }
        }
        return found;
    }

    private void killLink() {
        OsProcess process = new LinkFiles(lab().directory()).daemon().running().orElseThrow();
        process.signal(Signal.KILL);
        Wait.to("see it dead", PATIENCE).until(() -> !process.alive());
    }

    private CompletableFuture<Void> commit() {
        return CompletableFuture.runAsync(() -> {
            try (Probe probe = Probe.open(lab().endpoint(NodeName.A))) {
                probe.scalar("insert into kept values (1) returning n");
            }
        });
    }

    @Test
    void aSynchronousCommitHangsUntilTheNetworkIsMended() throws Exception {
        lab().query(NodeName.A).ask("alter system set synchronous_standby_names = '*'");
        ok("reload a");
        try {
            commit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ok("cut"))
                    .contains("fault cut: confirmed")
                    .contains("alter system set wal_sender_timeout = '3s'", "alter system set primary_conninfo = ")
                    .contains("log a: LOG:  terminating walsender process due to replication timeout")
                    .contains("log b: FATAL:  terminating walreceiver due to timeout")
                    .contains("link: no bytes to node a since", "link: no bytes to node b since");
            CompletableFuture<Void> commit = commit();
            Wait.to("see it wait", PATIENCE)
                    .until(() -> lab().query(NodeName.A).ask(WAITING).equals("1"));
            assertThat(ok("status"))
                    .contains("fault: cut b (\"heal cut b\" ends it)")
                    .contains("the network between them is down", "HINT:  Next: \"heal cut b\".");
            assertThat(commit).isNotDone();
            assertThat(ok("mend")).contains("fault cut b healed");
            commit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            lab().query(NodeName.A).ask("alter system reset synchronous_standby_names");
            ok("reload a");
        }
    }

    @Test
    void onlyOneDirectionIsCut() {
        assertThat(ok("cut --to b"))
                .contains("fault cut-to-standby: confirmed", "link: no bytes to node b since")
                .doesNotContain("link: no bytes to node a");
        ok("mend");
        assertThat(ok("cut --to primary"))
                .contains("fault cut-to-primary: confirmed", "link: no bytes to node a since")
                .contains("log b: FATAL:  could not receive data from WAL stream");
    }

    @Test
    void theTimeoutsMayStayAsTheyAre() {
        assertThat(ok("cut --keep-timeouts"))
                .contains("fault cut: confirmed", "what is written is not confirmed by the standby")
                .doesNotContain("timeout = '3s'");
        assertThat(lab().query(NodeName.A).ask("show wal_sender_timeout")).isEqualTo("1min");
    }

    @Test
    void slowLinksAreMeasured() {
        assertThat(ok("delay 150 --jitter 20")).containsPattern("a commit is confirmed by the standby after \\d");
        assertThat(ok("status")).contains("fault: delay b");
        ok("mend");
        assertThat(ok("throttle 200")).containsPattern("300 kB of WAL are confirmed after [\\d.]+ s: \\d+ kB/s");
    }

    @Test
    void aResetIsOverByItself() throws Exception {
        assertThat(ok("fault reset")).contains("fault reset: confirmed", "the standby streams again");
        assertThat(ok("status")).doesNotContain("fault:");
        assertNothingLeft();
        assertThat(refused("mend")).contains("ERROR:  no network fault is active");
    }

    @Test
    void severalStandTogetherAndTheLastOneTakesTheLinkOut() {
        ok("delay 50");
        ok("cut");
        assertThat(ok("heal delay")).contains("fault delay b healed");
        assertThat(ok("status")).contains("fault: cut b").doesNotContain("fault: delay");
        assertThat(link().running()).isTrue();
        assertThat(lab().query(NodeName.A).ask("show wal_sender_timeout")).isEqualTo("3s");
        ok("heal cut");
        assertThat(link().exists()).isFalse();
    }

    @Test
    void aDeadProcessIsToldFromACutNetwork() {
        ok("cut");
        killLink();
        assertThat(ok("status"))
                .contains("link: its process is dead")
                .contains("the process that was the network between them is dead", "HINT:  Next: \"heal cut b\".");
        assertThat(ok("mend")).contains("fault cut b healed");
    }

    @Test
    void theNextPgduoHealsWhatAKilledOneHadBegun() throws Exception {
        shell.close();
        Process killed = process();
        try (Writer keys = killed.outputWriter()) {
            keys.write("cut\n");
            keys.flush();
            LabLink begun = LabLink.of(directory);
            Wait.to("see the link", PATIENCE).until(begun::running);
            killed.destroyForcibly().waitFor();
            assertThat(begun.running()).as("it outlives the shell").isTrue();
        }
        shell = HeadlessShell.open(directory, state);
        assertThat(ok("status")).contains("fault: cut b");
        assertThat(ok("heal")).contains("fault cut b healed");
    }

    private Process process() throws IOException {
        return PgduoProcess.program(state, "--dir", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile())
                .start();
    }

    @Test
    void theNodesMayBeDownWhenItIsMended() {
        ok("cut");
        ok("crash a kill");
        ok("stop b");
        assertThat(ok("mend")).contains("fault cut b healed");
        ok("start a");
        ok("start b");
    }

    @Test
    void downEndsItAndPutsTheSettingsBack() throws Exception {
        ok("cut");
        assertThat(ok("down")).contains("fault cut b ended", "no node is running");
        assertThat(settings()).isEqualTo(settings);
        assertNothingLeft();
        ok("up");
    }

    @Test
    void restoringASnapshotEndsIt() throws Exception {
        ok("snapshot save before");
        ok("delay 20");
        ok("snapshot restore before --yes");
        assertNothingLeft();
        assertThat(StandingFault.of(directory)).isEmpty();
        ok("up");
    }

    @Test
    void strangersAreNotLetThrough() throws Exception {
        ok("delay 20");
        int port = link().state().orElseThrow().port();
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
            stranger.setSoTimeout((int) PATIENCE.toMillis());
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        Wait.to("see it counted", PATIENCE)
                .until(() -> link().state().orElseThrow().strangers() == 1);
    }

    @Test
    void refusesWhatIsWrong() {
        assertThat(refused("delay much")).contains("ERROR:  invalid value for latency: \"much\"", "DETAIL:  ");
        assertThat(refused("delay 0")).contains("\"0\"");
        assertThat(refused("throttle 10001")).contains("ERROR:  invalid value for rate: \"10001\"");
        assertThat(refused("fault cut keep-timeouts=maybe")).contains("DETAIL:  It is yes or no.");
        assertThat(refused("fault cut a")).contains("It is a fault of the standby");
        assertThat(ok("status")).doesNotContain("fault:");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theStandbyMayBePromotedMeanwhile() throws Exception {
        ok("cut");
        ok("promote b");
        assertThat(ok("mend")).contains("fault cut b healed");
        assertThat(link().exists()).isFalse();
        assertThat(settings(NodeName.A)).doesNotContain("timeout");
        ok("up --yes");
        assertThat(settings(NodeName.A)).doesNotContain("timeout");
        assertThat(settings(NodeName.B)).doesNotContain("timeout");
        ok("switchover");
        ok("cut");
        ok("destroy --yes");
        assertThat(processes()).isEmpty();
        ok("up");
        settings = settings();
    }

    private String settings(NodeName node) {
        try {
            return Files.readString(lab().node(node).layout().data().resolve("postgresql.auto.conf"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
