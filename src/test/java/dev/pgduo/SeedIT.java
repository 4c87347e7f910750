package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.lab.place.PortReservation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference lab, as it was published for 9.5. */
class SeedIT {
    private static final String SEED = "src/test/resources/dev/pgduo/transcript/seed.lab";

    @TempDir
    Path state;

    @Test
    void verifiesWithTheKnownDifferences() {
        Ran ran = Ran.pgduo(state, "verify", SEED);
        assertThat(ran.text()).contains("60 steps, 53 matched, 7 adapted, 0 failed, 0 skipped");
        assertThat(reasons(ran))
                .contains(
                        "42: since 10 initdb lets every user replicate from this machine",
                        "112: standby_mode is gone since PostgreSQL 12: the file standby.signal makes a server a standby",
                        "112: trigger_file is called promote_trigger_file since PostgreSQL 12",
                        "233: newer servers have more columns in pg_replication_slots",
                        "272: since 10 pg_ctl promote waits until the server is promoted")
                .hasSize(14);
        assertThat(ran.code()).isZero();
    }

    @Test
    void mapsPortsWhenThePublishedOnesAreTaken() throws Exception {
        // As a pgduo takes them: a lab that has them, but whose server does not run at the moment, keeps them.
        Optional<PortReservation> taken = PortReservation.pair(5432);
        try {
            assertThat(Ran.pgduo(state, "verify", SEED).text()).contains("7 adapted, 0 failed");
        } finally {
            taken.ifPresent(PortReservation::close);
        }
    }

    @Test
    void mapsPortsWhenAnotherProgramHasThem() throws Exception {
        Optional<PortReservation> own = PortReservation.pair(5432);
        try (ServerSocket taken = new ServerSocket()) {
            if (own.isPresent()) {
                taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5432));
                own.get().close();
            }
            assertThat(Ran.pgduo(state, "verify", SEED).text()).contains("7 adapted, 0 failed");
        }
    }

    private static List<String> reasons(Ran ran) {
        return ran.text()
                .lines()
                .filter(line -> line.contains(": adapted: "))
                .map(line -> line.strip().replace(SEED + ":", "").replace(": adapted: ", ": "))
                .toList();
    }
}
