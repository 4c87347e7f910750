package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.node.TmpfsMount;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A node on a small file system in memory: every verb keeps to it, and what is in it is never forgotten. */
class FullDiskIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private FaultPair pair;

    @BeforeEach
    void up(@TempDir Path state) throws IOException {
        pair = new FaultPair(POSTGRES.directory(), state);
        pair.ok("up --auth trust");
        assumeTrue(TmpfsMount.unavailable(pair.lab().state().runAs()).isEmpty());
        pair.ready();
    }

    @AfterEach
    void down() throws IOException {
        pair.close();
        assertThat(pair.left()).isEmpty();
    }

    private Node node() {
        return pair.lab().node(NodeName.A);
    }

    private static Path namespace(long pid) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/mnt"));
    }

    private Path serversNamespace() throws IOException {
        return namespace(node().status().pid().orElseThrow());
    }

    @Test
    void aServerIsStartedWhereItsFilesAre() throws IOException {
        Path own = namespace(ProcessHandle.current().pid());
        assertThat(serversNamespace()).isEqualTo(own);
        pair.ok("fault tablespace-full");
        Path inside = namespace(node().mount().holder().orElseThrow().pid());
        assertThat(inside).isNotEqualTo(own);
        pair.ok("restart a");
        assertThat(serversNamespace()).isEqualTo(inside);
        assertThat(pair.type("snapshot save s").text())
                .contains("ERROR:  cannot save a snapshot", " of node a is in memory");
        pair.ok("heal");
        assertThat(serversNamespace()).isEqualTo(own);
        pair.isAsBefore();
    }

    @Test
    void aStartFailsUntilThereIsRoom() {
        pair.ok("fault wal-full");
        assertThat(pair.type("start a").text())
                .contains("No space left on device", "HINT:  Make room in the file system");
        pair.ok("heal");
        pair.isAsBefore();
    }

    @Test
    void dataThatAreReplacedAreKeptWithTheirWal() {
        pair.ok("fault wal-full");
        pair.ok("promote b");
        pair.ok("basebackup --from b --to a --slot pgduo --yes");
        assertThat(node().mount().holder()).isEmpty();
        pair.ok("start a");
        pair.ok("heal");
        pair.isAsBefore();
        pair.ok("stop a");
        pair.ok("undo a --yes");
        pair.ok("stop b");
        pair.ok("start a --force");
        assertThat(pair.lab().query(NodeName.A).ask("select count(*) > 0 from fault_rows"))
                .isEqualTo("t");
    }

    /** As when the machine was started anew. */
    @Test
    void whatWasInMemoryMayBeGone() {
        pair.ok("fault wal-full");
        OsProcess holder = node().mount().holder().orElseThrow();
        holder.signal(Signal.KILL);
        Wait.to("end the holder", Duration.ofSeconds(20)).until(() -> !holder.alive());
        String text = pair.type("heal").text();
        if (text.contains("ERROR:  ")) {
            assertThat(text).contains("its WAL was in memory, and the process that held it is gone", "HINT:  Next: ");
            pair.lab().check().look().verdict().commands().forEach(pair::ok);
            pair.ok("heal");
        }
        pair.isAsBefore();
    }
}
