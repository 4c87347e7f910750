package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
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
        try (ServerSocket taken = new ServerSocket()) {
            bind(taken);
            assertThat(Ran.pgduo(state, "verify", SEED).text()).contains("7 adapted, 0 failed");
        }
    }

    /** Somebody else's server on that port does as well. */
    private static void bind(ServerSocket socket) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5432));
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("in use");
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
