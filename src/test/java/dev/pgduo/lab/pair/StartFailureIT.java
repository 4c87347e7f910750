package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A node whose log has gone. */
class StartFailureIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aServerThatCannotStartIsDamaged() throws Exception {
        Lab lab = POSTGRES.lab();
        Node node = lab.initialised(NodeName.A);
        node.start();
        node.stop(StopMode.FAST);
        assertThat(new StartFailure(node).find()).isEmpty();
        Path wal = node.layout().data().resolve("pg_wal");
        FileTree.copy(wal, directory.resolve("wal"));
        for (Path file : FileTree.entries(wal)) {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        }
        assertThat(picture(node).damaged()).isFalse();
        assertThatThrownBy(node::start).isInstanceOf(LabException.class);
        assertThat(picture(node).damaged()).isTrue();
        assertThat(picture(node).state().damage().orElseThrow().toString())
                .contains("server.log", "could not locate a valid checkpoint record");
        // Whoever brings other data says so.
        ControlData.touch(node.layout().data());
        assertThat(picture(node).damaged()).isFalse();
    }

    private static NodePicture picture(Node node) {
        return new NodeInspector(node).look(Optional.empty());
    }
}
