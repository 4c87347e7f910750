package dev.pgduo.lab.fault.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.Side;
import dev.pgduo.lab.fault.catalogue.FaultCheck.Checked;
import dev.pgduo.lab.fault.catalogue.FaultCheck.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault is confirmed and healed on 15, and some of each group on the oldest and newest servers. */
class FaultCheckIT {
    private static final List<String> SOME = List.of(
            "power",
            "backend",
            "walsender",
            "startup",
            "lost-commits",
            "freeze-node",
            "wal-gone",
            "slot-lost",
            "password-wrong",
            "fork",
            "max-connections-low",
            "conflict-lock",
            "page-damaged",
            "wal-damaged-standby");

    private static List<Checked> check(ServerBinaries server, List<Fault> faults) {
        List<Checked> told = new ArrayList<>();
        try (FaultCheck check = new FaultCheck(server)) {
            assertThat(check.run(faults, told::add)).isEqualTo(told).hasSameSizeAs(faults);
        }
        assertThat(told).allMatch(Checked::ok);
        return told;
    }

    @Test
    void allOnFifteen() {
        assertThat(check(Servers.fifteen(), FaultCatalogue.all())).allMatch(checked -> checked.state() == State.HEALED);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 18})
    void someOnOthers(int major) {
        List<Checked> checked =
                check(Servers.of(major), SOME.stream().map(FaultCatalogue::get).toList());
        assertThat(checked)
                .filteredOn(one -> one.state() == State.UNAVAILABLE)
                .extracting(Checked::fault)
                .isEqualTo(major < 13 ? List.of("slot-lost") : List.of());
    }

    /**
     * A fault of this test.
     *
     * @param sign what it shows
     * @param sql what it does
     */
    private record Made(FaultCard card, Sign sign, List<Sign> others, String sql) implements Fault {
        static Made of(String name, Optional<String> sight, List<Sign> others, String sql) {
            Lesson lesson = new Lesson(".", ".", List.of(), ".");
            return new Made(
                    new FaultCard(name, FaultGroup.STORAGE, Side.PRIMARY, "made", List.of(), lesson),
                    new Sign("a wonder", () -> sight),
                    others,
                    sql);
        }

        @Override
        public void inject(Scene scene) {
            scene.execute(scene.node(), sql);
        }

        @Override
        public Evidence evidence(Scene scene) {
            return new Evidence(List.of(sign), others, Duration.ofMillis(50));
        }

        @Override
        public void heal(Scene scene) {}

        @Override
        public boolean healed(Scene scene) {
            return true;
        }

        @Override
        public boolean passed(Scene scene) {
            return true;
        }
    }

    @Test
    void saysWhatIsNotAsItShouldBe() {
        List<Fault> made = List.of(
                Made.of("unseen", Optional.empty(), List.of(), "select 1"),
                Made.of("another", Optional.of("this"), List.of(new Sign("", () -> Optional.of("that"))), "select 1"),
                Made.of("loses", Optional.of("this"), List.of(), "delete from pgduo_check"),
                Made.of("fails", Optional.of("this"), List.of(), "select nothing"),
                Made.of("good", Optional.of("this"), List.of(), "select 1"));
        try (FaultCheck check = new FaultCheck(Servers.fifteen())) {
            List<Checked> checked = check.run(made, one -> {});
            assertThat(checked)
                    .extracting(Checked::state)
                    .containsExactly(State.UNKNOWN, State.ANOTHER, State.NOT_HEALED, State.UNKNOWN, State.HEALED);
            assertThat(checked)
                    .extracting(Checked::words)
                    .satisfiesExactly(
                            words -> assertThat(words).isEqualTo("not seen: a wonder"),
                            words -> assertThat(words).isEqualTo("that"),
                            words -> assertThat(words).contains("rows and not 1"),
                            words -> assertThat(words).contains("column \"nothing\" does not exist"),
                            words -> assertThat(words).isEmpty());
        }
    }
}
