package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.Lab;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stand-ins print and return, beside the real programs of the installed server, and the server's own word. */
class ClientProgramsIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    static List<ServerVersion> versions() {
        return Servers.versions();
    }

    @Test
    void sayWhatTheRealProgramsSay() throws Exception {
        ServerBinaries server = Servers.fifteen();
        Running running = new Running(server);
        Path data = running.node.layout().data();
        String port = Integer.toString(running.node.endpoint().port());
        String socket = running.node.layout().socketDirectory().toString();
        List<List<String>> calls = new ArrayList<>(List.of(
                List.of("pg_isready", "-h", "127.0.0.1", "-p", port),
                List.of("pg_isready", "-h", socket, "-p", port, "-U", "nobody", "-d", "nothing"),
                List.of("pg_isready", "-d", "host=127.0.0.1 port=" + port),
                List.of("pg_isready", "-qh", "127.0.0.1", "-p" + port),
                List.of("pg_isready", "--host=127.0.0.1", "--port=1", "--timeout=2"),
                List.of("pg_isready", "x"),
                List.of("pg_isready", "-Q"),
                List.of("pg_isready", "--nothing"),
                List.of("pg_controldata", data.toString()),
                List.of("pg_controldata", "-D", data.toString()),
                List.of("pg_controldata", "--pgdata=" + data),
                List.of("pg_controldata"),
                List.of("pg_controldata", "/nowhere"),
                List.of("pg_controldata", "a", "b"),
                List.of("pg_controldata", "-x")));
        for (List<String> call : calls) {
            assertThat(ProgramPair.own(call)).as("%s", call).isEqualTo(ProgramPair.real(server.bin(), call));
        }
        running.node.stop(StopMode.FAST);
        assertThat(ProgramPair.own(List.of("pg_controldata", data.toString())))
                .isEqualTo(ProgramPair.real(server.bin(), List.of("pg_controldata", data.toString())));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void controlDataIsWhatTheServerSays(ServerVersion version) throws Exception {
        Running running = new Running(Servers.of(version));
        Map<String, String> report = new HashMap<>();
        ControlData data = ControlData.read(running.node.layout().data());
        assertThat(data.intact()).isTrue();
        data.report()
                .forEach(line -> report.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));

        int known = 0;
        for (String function : List.of("system", "checkpoint", "recovery", "init")) {
            for (Map.Entry<String, String> said :
                    running.row("pg_control_" + function + "()").entrySet()) {
                String label = LABELS.get(said.getKey());
                if (label != null) {
                    assertThat(report).as(said.getKey()).containsEntry(label, said.getValue());
                    known++;
                }
            }
        }
        assertThat(known).isGreaterThan(25);
    }

    /** Columns of the server's pg_control functions that print as pg_controldata prints. */
    private static final Map<String, String> LABELS = new HashMap<>();

    static {
        for (String pair : """
                pg_control_version=pg_control version number
                catalog_version_no=Catalog version number
                system_identifier=Database system identifier
                checkpoint_lsn=Latest checkpoint location
                checkpoint_location=Latest checkpoint location
                redo_lsn=Latest checkpoint's REDO location
                redo_location=Latest checkpoint's REDO location
                redo_wal_file=Latest checkpoint's REDO WAL file
                timeline_id=Latest checkpoint's TimeLineID
                prev_timeline_id=Latest checkpoint's PrevTimeLineID
                next_xid=Latest checkpoint's NextXID
                next_oid=Latest checkpoint's NextOID
                next_multixact_id=Latest checkpoint's NextMultiXactId
                next_multi_offset=Latest checkpoint's NextMultiOffset
                oldest_xid=Latest checkpoint's oldestXID
                oldest_xid_dbid=Latest checkpoint's oldestXID's DB
                oldest_active_xid=Latest checkpoint's oldestActiveXID
                oldest_multi_xid=Latest checkpoint's oldestMultiXid
                oldest_multi_dbid=Latest checkpoint's oldestMulti's DB
                oldest_commit_ts_xid=Latest checkpoint's oldestCommitTsXid
                newest_commit_ts_xid=Latest checkpoint's newestCommitTsXid
                min_recovery_end_lsn=Minimum recovery ending location
                min_recovery_end_location=Minimum recovery ending location
                min_recovery_end_timeline=Min recovery ending loc's timeline
                backup_start_lsn=Backup start location
                backup_end_lsn=Backup end location
                max_data_alignment=Maximum data alignment
                database_block_size=Database block size
                blocks_per_segment=Blocks per segment of large relation
                wal_block_size=WAL block size
                bytes_per_wal_segment=Bytes per WAL segment
                max_identifier_length=Maximum length of identifiers
                max_index_columns=Maximum columns in an index
                max_toast_chunk_size=Maximum size of a TOAST chunk
                large_object_chunk_size=Size of a large-object chunk
                data_page_checksum_version=Data page checksum version
                """.strip().split("\n", -1)) {
            LABELS.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
    }

    /** A lab with a running node, gone at the end. */
    private static final class Running {
        private final Lab lab;
        final Node node;

        Running(ServerBinaries server) throws Exception {
            lab = POSTGRES.lab(server);
            node = lab.initialised(NodeName.A);
            node.start();
            lab.query(NodeName.A).rows("select 1");
            lab.query(NodeName.A).rows("checkpoint");
        }

        /** The columns of a function's only row. */
        Map<String, String> row(String function) {
            Map<String, String> row = new HashMap<>();
            for (List<@Nullable String> pair : lab.query(NodeName.A)
                    .rows("select key, value from json_each_text((select row_to_json(f) from " + function + " f))")) {
                row.put(String.valueOf(pair.get(0)), String.valueOf(pair.get(1)));
            }
            return row;
        }
    }
}
