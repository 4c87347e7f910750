package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.Ledger;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.load.daemon.LoadFiles;
import dev.pgduo.lab.load.daemon.LoadMain;
import dev.pgduo.lab.load.daemon.TransactionVerdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code load}: it outlives the shell, follows the primary, and its ledger agrees with the database. */
class LoadIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    Path state;

    private static void await(LabLoad load, String what, Predicate<LoadFigures> wanted) {
        Wait.to("see " + what, Duration.ofSeconds(60))
                .until(() -> load.live().filter(wanted).isPresent());
    }

    private static void moreAcknowledged(LabLoad load) {
        long before = load.figures().orElseThrow().counts().acknowledged();
        await(load, "more acknowledged", figures -> figures.counts().acknowledged() > before + 10);
    }

    /** Processes of a load of this lab. */
    private static List<String> processes(Path lab) throws IOException {
        List<String> found = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    String title = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
                    if (title.contains(LoadMain.class.getName()) && title.contains(lab.toString())) {
                        found.add(title);
                    }
                } catch (IOException e) {
                    // It has ended meanwhile.
                }
            }
        }
        return found;
    }

    private Process shell(Path lab) throws IOException {
        return PgduoProcess.program(state, "--dir", lab.toString())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile())
                .start();
    }

    @Test
    void outlivesTheShellFollowsThePrimaryAndEndsWithTheLab() throws Exception {
        Path lab = POSTGRES.directory();
        try (HeadlessShell shell = HeadlessShell.open(lab, state)) {
            assertThat(shell.type("up --auth scram").failed()).isFalse();
        }
        Process killed = shell(lab);
        LabLoad load = LabLoad.of(lab);
        try (Writer keys = killed.outputWriter()) {
            keys.write("load start --clients 2\n");
            keys.flush();
            await(load, "the load", figures -> figures.counts().acknowledged() > 10);
            killed.destroyForcibly().waitFor();
        }
        moreAcknowledged(load);
        assertThat(processes(lab)).hasSize(1);
        try (HeadlessShell shell = HeadlessShell.open(lab, state)) {
            assertThat(shell.type("load start").text())
                    .contains("ERROR:  a load is running already", "DETAIL:  Load since ", "2 clients on the primary");
            assertThat(shell.type("crash a").failed()).isFalse();
            assertThat(shell.type("promote b").failed()).isFalse();
            await(load, "the load on b", figures -> figures.node().equals(Optional.of(NodeName.B)));
            moreAcknowledged(load);
            assertThat(shell.type("load status").text())
                    .contains("tpcb-like, 2 clients on the primary, now node b", "last second", "longest_gap");
            assertThat(shell.type("lag").text()).containsPattern("(?m)^load \\d+ tps \\d+\\.\\d ms$");
            assertThat(shell.type("load stop").text()).contains("load ended", ", ended");
            agrees(shell, load);
            assertThat(shell.type("load stop").text()).contains("ERROR:  no load is running");
            assertThat(shell.type("load start --rate 50").failed()).isFalse();
            await(load, "the second load", figures -> figures.counts().acknowledged() > 10);
            assertThat(shell.type("down").text()).contains("load ended", "no node is running");
            assertThat(load.running()).isFalse();
            assertThat(processes(lab)).isEmpty();
            assertThat(shell.type("load start").text())
                    .contains("ERROR:  no node is a running primary", "HINT:  No node runs; \"up\" starts the pair");
            assertThat(shell.type("start b").failed()).isFalse();
            assertThat(load.running()).isFalse();
            shell.type("load start");
            assertThat(shell.type("destroy --yes").failed()).isFalse();
        }
        assertThat(processes(lab)).isEmpty();
    }

    /** Of two nodes that stream, a crash loses nothing that was acknowledged unless it was still on its way. */
    private static void agrees(HeadlessShell shell, LabLoad load) throws IOException {
        Set<Long> present = new HashSet<>();
        shell.current()
                .lab()
                .query(NodeName.B)
                .rows("select id from pgduo_load where run = " + load.order().run())
                .forEach(row -> present.add(Long.valueOf(String.valueOf(row.get(0)))));
        List<Ledger.Entry> told = new ArrayList<>();
        Ledger.read(new LoadFiles(shell.current().lab().directory()).ledger(), told::add);
        List<Ledger.Entry> lost = told.stream()
                .filter(entry -> entry.verdict() == TransactionVerdict.ACKNOWLEDGED && !present.contains(entry.id()))
                .toList();
        assertThat(told)
                .as("refused, and there")
                .noneMatch(entry -> entry.verdict() == TransactionVerdict.REFUSED && present.contains(entry.id()));
        told.forEach(entry -> present.remove(entry.id()));
        assertThat(present).as("not in the ledger").isEmpty();
        assertThat(lost).allMatch(entry -> entry.node() == NodeName.A);
        assertThat(shell.type("load status").text()).containsPattern(" \\| " + lost.size() + " +\\| \\d+\\.\\d{3} s ");
        LoadFigures figures = load.figures().orElseThrow();
        assertThat(told).hasSize((int) (figures.counts().acknowledged()
                + figures.counts().refused()
                + figures.counts().unknown()));
    }
}
