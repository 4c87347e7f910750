package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a pgduo leaves that is killed at work goes when the next one opens the lab. */
class KilledLabIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void openingRemovesWhatIsHalfMade() throws Exception {
        Lab lab = POSTGRES.lab();
        Path backup = lab.node(NodeName.B).layout().root().resolve(".making-1");
        Path snapshot = lab.directory().resolve("snapshots/.first.new");
        Path saved = lab.directory().resolve("snapshots/second");
        for (Path each : new Path[] {backup, snapshot, saved}) {
            Files.createDirectories(each.resolve("global"));
        }
        Path setting = lab.initialised(NodeName.A).layout().data().resolve("standby.signal.pgduo-new");
        Files.createFile(setting);
        lab.close();
        try (Lab again = LabOpening.open(lab.directory())) {
            assertThat(backup).doesNotExist();
            assertThat(snapshot).doesNotExist();
            assertThat(setting).doesNotExist();
            assertThat(saved).isDirectory();
        }
    }
}
