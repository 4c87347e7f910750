package dev.pgduo.shell.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.HeadlessShell;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.StandingFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bar has the faults that stand, and no others. */
class BarFaultIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void showsWhatStands(@TempDir Path state) throws IOException {
        try (HeadlessShell shell = HeadlessShell.open(POSTGRES.directory(), state)) {
            assertThat(shell.type("new").failed()).isFalse();
            Lab lab = shell.current().lab();
            assertThat(BarText.Work.of(Map.of(), lab, "").load()).isEmpty();
            begun(lab, "hba-rejects", NodeName.B);
            begun(lab, "archive-fails", NodeName.A);
            // Nothing is frozen any more: it is over.
            begun(lab, "freeze-node", NodeName.A);
            assertThat(BarText.Work.of(Map.of(), lab, "").load())
                    .isEqualTo("fault archive-fails a, fault hba-rejects b");
            assertThat(shell.type("status").text())
                    .contains("fault: hba-rejects b (\"heal hba-rejects b\" ends it)")
                    .contains("fault: archive-fails a ")
                    .doesNotContain("freeze-node");
            assertThat(shell.type("destroy --yes").failed()).isFalse();
        }
    }

    private static void begun(Lab lab, String name, NodeName node) {
        new StandingFault(StandingFault.directory(lab.directory()), name, node, Map.of()).save();
    }
}
