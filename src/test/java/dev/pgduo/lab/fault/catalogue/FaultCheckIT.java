package dev.pgduo.lab.fault.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.node.TmpfsMount;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.catalogue.FaultCheck.Checked;
import dev.pgduo.lab.fault.catalogue.FaultCheck.State;
import java.util.ArrayList;
import java.util.List;
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
            "cut",
            "reset",
            "throttle",
            "wal-gone",
            "slot-lost",
            "password-wrong",
            "fork",
            "max-connections-low",
            "conflict-lock",
            "torn-page",
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
        List<Checked> checked = check(Servers.fifteen(), FaultCatalogue.all());
        List<String> missing = checked.stream()
                .filter(one -> one.state() != State.HEALED)
                .map(Checked::fault)
                .toList();
        boolean mounts = TmpfsMount.unavailable(RunAs.probe()).isEmpty();
        assertThat(missing)
                .containsExactlyInAnyOrderElementsOf(
                        mounts ? List.of("slot-idle") : List.of("slot-idle", "wal-full", "tablespace-full"));
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
}
