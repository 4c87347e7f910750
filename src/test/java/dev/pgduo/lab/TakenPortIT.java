package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.PathAliases;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.lab.place.PortReservation;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A port that another program takes between the making of a lab and its first start. */
class TakenPortIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final int SHOWN = 7;

    private static Naming naming(Lab lab) {
        return new Naming(
                Map.of(),
                new PathAliases(Map.of()),
                new PortAliases(Map.of(SHOWN, lab.state().port(NodeName.A).number())));
    }

    /** Empty when somebody else was quicker, or the port is not free at all. */
    private static Optional<PortReservation> allotted(Lab lab) {
        return PortReservation.pair(lab.state().port(NodeName.A).number());
    }

    /** A lab whose servers are stopped and that no pgduo holds, and the reservation of another lab that has got its ports. */
    private record Moved(Path directory, PortReservation other) {
        static Moved make(Path parent) throws IOException {
            while (true) {
                Path directory = Files.createTempDirectory(parent, "lab");
                Lab lab = LabOpening.create(directory, Servers.installed(), "");
                new PairUp(
                                lab,
                                new StandbySteps(lab, StandbySteps.Listener.NONE),
                                Consent.GIVEN,
                                (node, name, value) -> {})
                        .up();
                lab.stopOrder().forEach(node -> node.stop(StopMode.FAST));
                lab.close();
                Optional<PortReservation> other = allotted(lab);
                if (other.isPresent()) {
                    return new Moved(directory, other.get());
                }
                LabOpening.open(directory).destroy();
            }
        }
    }

    @Test
    void aPortThatAnotherLabWasAllottedIsNotTaken(@TempDir Path parent) throws IOException {
        Moved moved = Moved.make(parent);
        Lab lab = LabOpening.open(moved.directory());
        try (PortReservation other = moved.other()) {
            Map<NodeName, Port> before = lab.state().ports();
            try (LabSessions desk = new LabSessions(lab, Naming.plain(), BackslashCommands.NONE)) {
                desk.os(NodeName.A, "pg_ctl start");
                assertThat(lab.state().ports().values()).doesNotContainAnyElementsOf(before.values());
                assertThat(before.values()).allMatch(port -> other.holds(port.number()));
                desk.os(NodeName.B, "pg_ctl start");
                new Streaming(lab).await(NodeName.A, NodeName.B);
            }
        } finally {
            lab.destroy();
        }
    }

    @Test
    void theTranscriptsPortLeadsToTheNewOne() throws Exception {
        Lab lab = POSTGRES.throwAwayLab();
        try (LabSessions desk = new LabSessions(lab, TakenPortIT::naming, BackslashCommands.NONE)) {
            lab.initialised(NodeName.A);
            Port before = lab.state().port(NodeName.A);
            assertThat(desk.os(NodeName.A, "echo -p $PGPORT").output()).containsExactly("-p " + SHOWN);
            try (ServerSocket taken = new ServerSocket(before.number(), 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                assertThat(lab.recheckPorts()).isTrue();
                lab.node(NodeName.A).start();
                Port now = lab.state().port(NodeName.A);
                assertThat(now).isNotEqualTo(before);
                assertThat(desk.naming().ports().real(SHOWN)).isEqualTo(now.number());
                SessionThread session = desk.open(1, List.of("-h", "localhost", "-p", Integer.toString(SHOWN)));
                assertThat(session.session().endpoint().port()).isEqualTo(now.number());
                assertThat(desk.os(NodeName.A, "echo -p $PGPORT").output()).containsExactly("-p " + SHOWN);
            }
        }
    }

    /** The primary runs when somebody who knows nothing of labs takes the standby's port. */
    @Test
    void oneNodeMovesAloneWhileTheOtherRuns() throws Exception {
        try (ThrowAwayLab made = ThrowAwayLab.create(Servers.installed(), false);
                LabSessions desk = new LabSessions(made.lab(), TakenPortIT::naming, BackslashCommands.NONE)) {
            Lab lab = made.lab();
            StandbySteps steps = new StandbySteps(lab, StandbySteps.Listener.NONE);
            new PairUp(lab, steps, Consent.GIVEN, (node, name, value) -> {}).up();
            lab.node(NodeName.B).stop(StopMode.FAST);
            Map<NodeName, Port> before = lab.state().ports();
            try (ServerSocket taken =
                    new ServerSocket(lab.state().port(NodeName.B).number(), 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                desk.os(NodeName.B, "pg_ctl start");
                assertThat(lab.state().port(NodeName.A)).isEqualTo(before.get(NodeName.A));
                assertThat(lab.state().port(NodeName.B)).isNotIn(before.values());
                new Streaming(lab).await(NodeName.A, NodeName.B);
            }
            new Switchover(lab, steps).run();
            new Streaming(lab).await(NodeName.B, NodeName.A);
        }
    }
}
