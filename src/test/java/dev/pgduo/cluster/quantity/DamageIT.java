package dev.pgduo.cluster.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.init.InitOptions;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestNodes;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node whose pg_control or PG_VERSION is missing or spoilt can be looked at, stopped, emptied and filled again. */
class DamageIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private final TestNodes lab;
    private final Node a;

    DamageIT() throws IOException {
        lab = POSTGRES.nodes();
        a = lab.a;
    }

    @BeforeEach
    void init() {
        a.init(InitOptions.trust());
    }

    enum Harm {
        CONTROL_MISSING("is missing") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.delete(control);
            }
        },
        CONTROL_EMPTY("has 0 bytes instead of 8192") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.write(control, new byte[0]);
            }
        },
        CONTROL_SHORT("has 40 bytes instead of 8192") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.write(control, Arrays.copyOf(Files.readAllBytes(control), 40));
            }
        },
        CONTROL_GARBLED("has a wrong checksum") {
            @Override
            void to(Path control, Path version) throws IOException {
                byte[] bytes = Files.readAllBytes(control);
                bytes[0] ^= 1;
                Files.write(control, bytes);
            }
        },
        STATE_UNKNOWN("has a wrong checksum") {
            @Override
            void to(Path control, Path version) throws IOException {
                byte[] bytes = Files.readAllBytes(control);
                ByteBuffer.wrap(bytes).putInt(16, 0x7f7f7f7f);
                Files.write(control, bytes);
            }
        },
        VERSION_MISSING("is missing") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.delete(version);
            }
        },
        VERSION_OTHER("is that of PostgreSQL 9.4, and the server is ") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.writeString(version, "9.4\n");
            }
        },
        VERSION_GARBLED("does not name a version") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.writeString(version, "x");
            }
        },
        VERSION_BINARY("could not be read") {
            @Override
            void to(Path control, Path version) throws IOException {
                Files.write(version, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
            }
        };

        final String what;

        Harm(String what) {
            this.what = what;
        }

        abstract void to(Path control, Path version) throws IOException;

        boolean ofControl() {
            return !name().startsWith("VERSION");
        }
    }

    private Path harm(Harm harm) throws IOException {
        Path control = a.layout().data().resolve("global/pg_control");
        Path version = a.layout().data().resolve("PG_VERSION");
        harm.to(control, version);
        return harm.ofControl() ? control : version;
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void aStoppedNodeIsDamaged(Harm harm) throws IOException {
        Path file = harm(harm);
        NodeState state = a.status();
        assertThat(state.status()).isEqualTo(NodeStatus.DAMAGED).hasToString("damaged");
        assertThat(state.damage()).map(Damage::file).contains(file);
        assertThat(state.damage().orElseThrow().what()).startsWith(harm.what);
        assertThat(state.pid()).isEmpty();
        assertThat(a.processes()).isEmpty();
        assertThat(a.control()).isEmpty();
        assertThatThrownBy(a::start).isInstanceOf(LabException.class);
        a.releaseMemory();
        a.wipe();
        assertThat(a.status().status()).isEqualTo(NodeStatus.EMPTY);
        a.init(InitOptions.trust());
        assertThat(a.status().damage()).isEmpty();
        assertThat(a.start().output()).contains("server started");
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void aServerThatRunsWithIsSeenAndStopped(Harm harm) throws IOException {
        a.start();
        long pid = a.status().pid().orElseThrow();
        Path file = harm(harm);
        NodeState state = a.status();
        assertThat(state.status()).isEqualTo(NodeStatus.RUNNING_PRIMARY);
        assertThat(state.pid()).hasValue(pid);
        assertThat(state.damage()).map(Damage::file).contains(file);
        assertThat(a.processes()).extracting(ServerProcess::role).contains("postmaster", "checkpointer");
        assertThatThrownBy(a::promote).hasMessage("cannot promote server; server is not in standby mode");
        a.reload();
        a.stop(StopMode.FAST);
        assertThat(a.status().pid()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CrashKind.class)
    void aServerWithoutControlFileCrashes(CrashKind kind) throws IOException {
        a.start();
        harm(Harm.CONTROL_MISSING);
        a.crash(kind);
        assertThat(a.status().status()).isEqualTo(NodeStatus.DAMAGED);
    }

    @Test
    void aStandbyWithoutControlFileIsStillOne() throws IOException {
        Files.createFile(a.layout().data().resolve(a.settings().capabilities().standbyFile()));
        a.start();
        harm(Harm.CONTROL_MISSING);
        assertThat(a.status().status()).isEqualTo(NodeStatus.RUNNING_STANDBY);
    }

    @Test
    void controlDataIsTyped() {
        a.start();
        lab.ask(a, "checkpoint");
        ControlData control = a.control().orElseThrow();
        assertThat(control.state()).contains(ControlState.IN_PRODUCTION);
        assertThat(Long.toUnsignedString(control.systemIdentifier()))
                .isEqualTo(lab.ask(a, "select system_identifier from pg_control_system()"));
        assertThat(control.checkpoint() + " " + control.redo() + " " + control.checkpointTimeline())
                .isEqualTo(lab.ask(
                        a,
                        "select checkpoint_lsn || ' ' || redo_lsn || ' ' || timeline_id from pg_control_checkpoint()"));
        assertThat(control.minRecoveryPoint()).isEqualTo(Optional.empty());
        assertThat(control.minRecoveryTimeline()).isZero();
        assertThat(control.segmentSize()).isEqualTo(16 << 20);
    }
}
