package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LoadFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

/** {@code load start} with all that it can be told, on one pair. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoadStartIT {
    @RegisterExtension
    final Postgres postgres = new Postgres();

    private Path directory;
    private HeadlessShell shell;
    private LabLoad load;

    @BeforeAll
    void up(@TempDir Path temporary) throws IOException {
        directory = temporary;
        shell = HeadlessShell.open(postgres.directory(), directory.resolve("state"));
        assertThat(shell.type("up --auth trust").failed()).isFalse();
        load = shell.current().lab().load();
    }

    @AfterEach
    void stop() {
        load.end();
    }

    @AfterAll
    void down() {
        shell.type("destroy --yes");
        shell.close();
    }

    private Path script(String text) throws IOException {
        return Files.writeString(directory.resolve("s.sql"), text);
    }

    private String refused(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(typed.text()).isTrue();
        assertThat(load.running()).isFalse();
        return typed.text();
    }

    private void await(String what, Predicate<LoadFigures> wanted) {
        Wait.to("see " + what, Duration.ofSeconds(60))
                .until(() -> load.live().filter(wanted).isPresent());
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(refused("load start --clients 0"))
                .contains("ERROR:  invalid value for --clients: \"0\"", "DETAIL:  A load has 1 to 64 clients.");
        assertThat(refused("load start --clients 65")).contains("\"65\"");
        for (String rate : List.of("0", "100001", "-1", "many", "1e9")) {
            assertThat(refused("load start --rate " + rate))
                    .contains("ERROR:  invalid value for --rate: \"" + rate + "\"", "DETAIL:  A rate is a number");
        }
        assertThat(refused("load start --on c")).contains("ERROR:  ", "\"c\"");
        assertThat(refused("load start --on b"))
                .contains("ERROR:  cannot write on node b: it is a standby", "HINT:  Add --read-only");
    }

    @Test
    void looksAtAScriptBefore() throws IOException {
        Path file = script("\\set n random(1, 10)\nselect :n;\n  selct :n, 1;\n");
        assertThat(refused("load start --script " + file))
                .contains(file + ":3:3: ERROR:  syntax error at or near \"selct\"");
        script("\\set n 12345\nselect :n, :n, nothing;\n");
        assertThat(refused("load start --script " + file))
                .contains(file + ":2:16: ERROR:  column \"nothing\" does not exist");
        script("\\set n (1\n");
        assertThat(refused("load start --script " + file))
                .contains(file + ":1:10: ERROR:  syntax error in command \"set\"");
        script("select 1;\nbegin;\n");
        assertThat(refused("load start --script " + file))
                .contains(file + ":2:1: ERROR:  the script begins a transaction that it does not commit");
        assertThat(refused("load start --script " + directory.resolve("none")))
                .contains("ERROR:  could not open file ", "No such file or directory");
    }

    @Test
    void runsAScript() throws IOException {
        shell.current().lab().query(NodeName.A).ask("create table mine(id int, client int)");
        Path file = script("\\set n random(1, 10)\ninsert into mine values (:n, :client_id);\n");
        assertThat(shell.type("load start --clients 1 --rate 100 --script " + file)
                        .text())
                .contains("load started: " + file + ", 1 client, 100 a second at most on the primary");
        await("transactions", figures -> figures.counts().acknowledged() > 20);
        assertThat(shell.type("load stop").failed()).isFalse();
        LoadFigures figures = load.figures().orElseThrow();
        assertThat(figures.tps()).isLessThan(200);
        assertThat(shell.current().lab().query(NodeName.A).ask("select count(*) from mine"))
                .isEqualTo(Long.toString(figures.counts().acknowledged()));
        assertThat(shell.current().lab().query(NodeName.A).ask("select count(*) from pgduo_load"))
                .isEqualTo(Long.toString(figures.counts().acknowledged()));
    }

    @Test
    void aScriptMayDecideByWhatItReads() throws IOException {
        shell.current().lab().query(NodeName.A).ask("create table other(id int)");
        Path file = script("select :client_id as me \\gset\n\\if :me = 1\ninsert into other values (:me);\n\\endif\n");
        assertThat(shell.type("load start --clients 2 --script " + file).failed())
                .isFalse();
        await("transactions", figures -> figures.counts().acknowledged() > 20);
        assertThat(shell.type("load stop").failed()).isFalse();
        assertThat(shell.current().lab().query(NodeName.A).ask("select count(*) > 0 from other"))
                .isEqualTo("t");
        assertThat(
                        shell.current()
                                .lab()
                                .query(NodeName.A)
                                .ask(
                                        "select (select count(*) from other) = (select count(*) from pgduo_load where client = 1)"))
                .isEqualTo("t");
    }

    @Test
    void saysWhyTransactionsAreRefused() throws IOException {
        Path file = script("select 1/(:client_id - :client_id);\n");
        assertThat(shell.type("load start --script " + file).text()).contains("last refusal: ERROR:  division by zero");
        await("refusals", figures -> figures.counts().refused() > 5);
        assertThat(shell.type("load status").text()).contains("last refusal: ERROR:  division by zero");
        assertThat(shell.current().lab().query(NodeName.A).ask("select count(*) from pgduo_load"))
                .isEqualTo("0");
    }

    @Test
    @Order(1)
    void readsOnAStandby() {
        assertThat(refused("load start --on b --read-only")).contains("ERROR:  there are no tables to read on node b");
        assertThat(shell.type("load start").text()).contains("pgbench -i -I tgvp");
        shell.type("load stop");
        shell.type("catchup");
        assertThat(shell.type("load start --on b --read-only").text())
                .contains("load started: select-only, 4 clients on node b");
        await(
                "reads",
                figures ->
                        figures.counts().acknowledged() > 20 && figures.node().equals(Optional.of(NodeName.B)));
        shell.type("stop a");
        long before = load.figures().orElseThrow().counts().acknowledged();
        await("more reads", figures -> figures.counts().acknowledged() > before);
        assertThat(shell.type("load status").text())
                .contains("on node b, now node b")
                .doesNotContain("last refusal");
        shell.type("start a");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesAFrozenPrimaryWhenTheOtherNodeIsPromoted() {
        assertThat(shell.type("load start").failed()).isFalse();
        await("transactions", figures -> figures.counts().acknowledged() > 10);
        OsProcess postmaster = new OsProcess(
                shell.current().lab().node(NodeName.A).status().pid().orElseThrow());
        List<OsProcess> frozen = new ArrayList<>(List.of(postmaster));
        frozen.addAll(postmaster.descendants());
        OsProcess.signal(Signal.STOP, frozen);
        try {
            shell.type("promote b");
            await("the load on b", figures -> figures.node().equals(Optional.of(NodeName.B)));
            // A client that was connecting to a goes on before those with a transaction there.
            await(
                    "what was under way",
                    figures -> figures.counts().unknown() + figures.counts().refused() > 0);
            assertThat(load.figures().orElseThrow().longest().orElseThrow().micros())
                    .isGreaterThan(Duration.ofSeconds(1).toNanos() / 1000);
        } finally {
            OsProcess.signal(Signal.CONT, frozen);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void goesWithTheLabOfAScript() throws IOException {
        Path file = Files.writeString(
                directory.resolve("l.lab"),
                "lab> load start --clients 1\n...\nload started: tpcb-like, 1 client on the primary\n");
        Ran ran = Ran.pgduo(directory.resolve("state"), "verify", file.toString());
        assertThat(ran.code()).as(ran.text()).isZero();
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("LoadMain") && line.contains("/lab-")))
                .isEmpty();
    }
}
