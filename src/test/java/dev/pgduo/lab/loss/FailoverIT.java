package dev.pgduo.lab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.HeadlessShell;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.lab.fault.catalogue.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code failover}: its figures are those of the ledger, and nothing half done stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {
    private static final String TIME = " *\\| (\\d+\\.\\d{3}) s";
    private static final String COUNT = " *\\| (\\d+)";
    private static final Pattern RUN =
            Pattern.compile("(?m)^ (\\d+|median|max)" + TIME.repeat(4) + COUNT.repeat(3) + " *$");

    @RegisterExtension
    final Postgres postgres = new Postgres();

    private HeadlessShell shell;

    @BeforeAll
    void up(@TempDir Path state) throws Exception {
        shell = HeadlessShell.open(postgres.directory(), state);
        ok("up --auth trust");
    }

    @AfterAll
    void down() {
        shell.type("destroy --yes");
        shell.close();
    }

    private String ok(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(line + "\n" + typed.text()).isFalse();
        return typed.text();
    }

    private NodeName primary() {
        return shell.current().lab().withRole(NodeStatus.RUNNING_PRIMARY).orElseThrow();
    }

    @AfterEach
    void isWholeAgain() {
        shell.type("load stop");
        ok("up --yes");
        assertThat(Faults.seen(shell.current().lab())).isEmpty();
        assertThat(shell.current().lab().load().running()).isFalse();
    }

    private static List<Matcher> runs(String text) {
        return RUN.matcher(text)
                .results()
                .map(result -> {
                    Matcher matcher = RUN.matcher(result.group());
                    assertThat(matcher.find()).isTrue();
                    return matcher;
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --how power", " --how freeze", " --sync"})
    void aRunIsMeasured(String options) {
        NodeName old = primary();
        String text = ok("failover" + options);
        assertThat(text)
                .contains("load started: ", "load ended", "node " + old.other() + " has taken over from node " + old);
        assertThat(primary()).isEqualTo(old.other());
        assertThat(runs(text)).singleElement().satisfies(run -> {
            double parts = Double.parseDouble(run.group(3))
                    + Double.parseDouble(run.group(4))
                    + Double.parseDouble(run.group(5));
            assertThat(Double.parseDouble(run.group(2)))
                    .isBetween(parts - 0.002, parts + 0.002)
                    .isPositive();
            assertThat(Long.parseLong(run.group(6))).isGreaterThanOrEqualTo(20);
            if (options.contains("sync")) {
                assertThat(run.group(7)).isEqualTo("0");
            }
        });
        Lost lost = Lost.of(shell.current().lab());
        LoadLoss load = LoadLoss.of(shell.current().lab(), old.other()).orElseThrow();
        // What was committed and is not there was acknowledged, or nobody was told.
        assertThat((long) lost.own().commits())
                .isBetween(
                        (long) load.check().lost(),
                        load.check().lost()
                                + load.told().unknown()
                                - load.check().kept());
        ok("up --yes");
        assertThat(shell.current().lab().query(old.other()).ask("show synchronous_standby_names"))
                .isEmpty();
        assertThat(shell.current().lab().query(old).ask("show synchronous_standby_names"))
                .isEmpty();
    }

    @Test
    void severalRunsHaveAMedianAndAMaximum() {
        assertThat(shell.type("failover --times 2").text())
                .contains(
                        "ERROR:  cannot overwrite node " + primary() + " without confirmation",
                        "failover --times 2 --yes");
        List<Matcher> runs = runs(ok("failover --times 3 --yes"));
        assertThat(runs).extracting(run -> run.group(1)).containsExactly("1", "2", "3", "median", "max");
        List<Double> outages = runs.subList(0, 3).stream()
                .map(run -> Double.parseDouble(run.group(2)))
                .sorted()
                .toList();
        assertThat(Double.parseDouble(runs.get(3).group(2))).isEqualTo(outages.get(1));
        assertThat(Double.parseDouble(runs.get(4).group(2))).isEqualTo(outages.get(2));
    }

    @Test
    void aLoadThatRunsGoesOn() {
        ok("load start --clients 2 --rate 100");
        NodeName old = primary();
        assertThat(ok("failover")).doesNotContain("load started", "load ended");
        assertThat(shell.current().lab().load().running()).isTrue();
        assertThat(ok("loss")).containsPattern("(?m)^of the load: \\d+ acknowledged, \\d+ of them lost; \\d+ unknown");
        ok("load stop");
        ok("load start --read-only");
        ok("up --yes");
        assertThat(shell.type("failover").text())
                .contains("ERROR:  cannot measure a failover: the load that runs does not write to the primary");
        ok("load stop");
        assertThat(primary()).isEqualTo(old.other());
    }

    @Test
    void anInterruptBeforeThePromotionLeavesAPair() throws Exception {
        NodeName old = primary();
        Thread self = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            Wait.to("see the load", Duration.ofSeconds(60))
                    .until(() -> shell.current().lab().load().running());
            self.interrupt();
        });
        interrupter.start();
        HeadlessShell.Typed typed = shell.type("failover --sync");
        Thread.interrupted();
        interrupter.join();
        assertThat(typed.failed()).as(typed.text()).isTrue();
        assertThat(primary()).isEqualTo(old);
        assertThat(shell.current().lab().query(old).ask("show synchronous_standby_names"))
                .isEmpty();
        assertThat(shell.current().lab().load().running()).isFalse();
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsItsOwnError() {
        if (FaultCatalogue.find("cut").isEmpty()) {
            assertThat(shell.type("failover --how cut").text()).contains("ERROR:  there is no fault \"cut\"");
        }
        assertThat(shell.type("failover --times 0").text()).contains("ERROR:  invalid value for --times: \"0\"");
        assertThat(shell.type("failover --how fire").failed()).isTrue();
    }
}
