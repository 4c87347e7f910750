package dev.pgduo.lab.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvicesTest {
    @Test
    void saysWhatToDoNext() {
        assertThat(Advices.on("25006", "cannot execute INSERT in a read-only transaction", NodeName.B))
                .get()
                .asString()
                .contains("Node b is a standby", "\"\\promote b\"");
        assertThat(Advices.on("42704", "replication slot \"s1\" does not exist", NodeName.A))
                .hasValue("Make it with \"slot create s1\"; \"slot list\" shows what there is.");
        assertThat(Advices.on("42P01", "relation \"t\" does not exist", NodeName.A))
                .isEmpty();
        assertThat(Advices.on("22012", "cannot execute INSERT in a read-only transaction", NodeName.B))
                .isEmpty();
    }

    @Test
    void findsTheReasonInALog() {
        List<String> log = List.of(
                "2026-11-23 03:00:00.000 UTC [7] LOG:  started streaming WAL from primary at 0/3000000 on timeline 1",
                "2026-11-23 03:00:01.000 UTC [8] FATAL:  could not receive data from WAL stream: ERROR:  requested WAL"
                        + " segment 000000010000000000000003 has already been removed",
                "2026-11-23 03:00:02.000 UTC [7] LOG:  waiting for WAL to become available at 0/3000018");
        assertThat(Advices.in(log, NodeName.B)).get().satisfies(finding -> {
            assertThat(finding.line()).startsWith("FATAL:  could not receive").doesNotContain("UTC");
            assertThat(finding.hint()).contains("\"basebackup --from a --to b --slot pgduo\"");
        });
        assertThat(Advices.in(log.subList(2, 3), NodeName.B)).isEmpty();
    }

    @Test
    void leavesNothingToFillIn() {
        assertThat(Advice.TABLE)
                .allSatisfy(advice -> assertThat(advice.hint().replaceAll("\\{(1|node|other)}", ""))
                        .doesNotContain("{")
                        .endsWith("."));
    }
}
