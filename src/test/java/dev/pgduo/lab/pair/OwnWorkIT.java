package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.conf.UnattendedPair;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node has of its own, by its WAL. */
class OwnWorkIT {
    private static final int SEGMENT = 16 << 20;

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    /** As after a rewind whose source wrote its last records to disk only after their segment was copied. */
    @Test
    void aNodeWhoseFilesEndBeforeItsPositionHasNotDiverged() throws Exception {
        Lab lab = POSTGRES.lab();
        lab.initialised(NodeName.A);
        UnattendedPair.up(lab);
        String known = lab.query(NodeName.A).scalar("select pg_current_wal_lsn()");
        String segment = lab.query(NodeName.A).scalar("select pg_walfile_name('" + known + "')");
        lab.query(NodeName.A).rows("create table late(id int)");
        new Streaming(lab).catchUp(NodeName.B);
        Node standby = lab.node(NodeName.B);
        standby.stop(StopMode.FAST);
        cut(standby.walDirectory().resolve(segment), (int) (Lsn.parse(known).position() % SEGMENT));
        assertThat(lab.check().look().verdict().situation()).isEqualTo(Situation.STANDBY_STOPPED);
    }

    /** Replaces what is behind this place with zeros. */
    private static void cut(Path segment, int place) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(place);
            file.write(new byte[SEGMENT - place]);
        }
    }
}
