package dev.pgduo.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.backup.ProgramBackup;
import dev.pgduo.cluster.init.InitOptions;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestNodes;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private final TestNodes lab;
    private final Node a;
    private final Node b;

    NodeIT() throws IOException {
        lab = POSTGRES.nodes();
        a = lab.a;
        b = lab.b;
    }

    @BeforeEach
    void empty() {
        assertThat(a.status().status()).isEqualTo(NodeStatus.EMPTY);
    }

    /** A session that comes right after it has the new value. */
    @Test
    void aReloadIsOverWhenTheFilesAreRead() throws IOException {
        a.init(InitOptions.trust());
        a.start();
        Path auto = a.layout().data().resolve("postgresql.auto.conf");
        for (int i = 1; i <= 20; i++) {
            Files.writeString(auto, "work_mem = '" + i + "MB'\n");
            a.reload();
            assertThat(lab.ask(a, "show work_mem")).isEqualTo(i + "MB");
        }
        Files.writeString(auto, "work_mem = 'much'\n");
        assertThat(a.reload().output()).containsExactly("server signaled");
    }

    @Test
    void lives() {
        assertThat(a.init(InitOptions.trust()).commandLine()).startsWith("initdb -D ");
        assertThat(a.status().status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(said(a.start())).containsExactly("waiting for server to start. done", "server started");
        assertThat(a.status().status()).isEqualTo(NodeStatus.RUNNING_PRIMARY);
        // A new process has its title a moment after the server is ready.
        new Wait(
                        "see the server's processes",
                        Deadline.DEFAULT,
                        () -> a.processes().toString())
                .until(() -> a.processes().stream()
                        .map(ServerProcess::role)
                        .toList()
                        .containsAll(List.of("postmaster", "checkpointer", "walwriter")));
        assertThat(lab.ask(a, "show fsync")).isEqualTo("on");
        assertThat(a.reload().output()).containsExactly("server signaled");
        assertThat(said(a.restart()))
                .containsExactly(
                        "waiting for server to shut down. done",
                        "server stopped",
                        "waiting for server to start. done",
                        "server started");
    }

    /** Its lines; how many dots there are is a matter of time. */
    private static List<String> said(PgCtlResult performed) {
        return performed.output().stream()
                .map(line -> line.replaceAll("[.]+ done$", ". done"))
                .toList();
    }

    @Test
    void tellsTheCommandOfAVerbBeforeItDoesAnything() {
        List<String> told = new ArrayList<>();
        Node telling =
                a.telling(line -> told.add(line + " on a node " + a.status().status()));
        List<String> lines = new ArrayList<>();
        lines.add(telling.init(InitOptions.trust()).commandLine() + " on a node " + NodeStatus.EMPTY);
        lines.add(telling.start().commandLine() + " on a node " + NodeStatus.STOPPED);
        assertThatThrownBy(telling::start).isInstanceOf(LabException.class);
        lines.add(telling.restart().commandLine() + " on a node " + NodeStatus.RUNNING_PRIMARY);
        assertThatThrownBy(telling::promote).isInstanceOf(LabException.class);
        lines.add(telling.reload().commandLine() + " on a node " + NodeStatus.RUNNING_PRIMARY);
        lines.add(telling.crash(CrashKind.KILL).commandLine() + " on a node " + NodeStatus.RUNNING_PRIMARY);
        lines.add(telling.start().commandLine() + " on a node " + NodeStatus.CRASHED);
        lines.add(telling.stop(StopMode.FAST).commandLine() + " on a node " + NodeStatus.RUNNING_PRIMARY);
        assertThatThrownBy(() -> telling.stop(StopMode.FAST)).isInstanceOf(LabException.class);
        assertThat(told).isEqualTo(lines);
    }

    @Test
    void tellsTheCommandsOfAStandbyBeforeTheyAreDone() {
        startPair();
        List<String> told = new ArrayList<>();
        Node telling = b.telling(told::add);
        telling.promote();
        telling.stop(StopMode.FAST);
        assertThat(told).hasSize(2).first().asString().startsWith("pg_ctl promote -D ");
        telling.wipe();
        told.clear();
        BaseBackupClient client = new InterruptedClient(b.pgBaseBackup().orElseThrow());
        assertThatThrownBy(() -> telling.baseBackup(a.endpoint(), BackupOptions.standby(), client))
                .isInstanceOf(LabException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).singleElement().asString().startsWith("pg_basebackup ");
    }

    @ParameterizedTest
    @EnumSource(StopMode.class)
    void stops(StopMode mode) {
        a.init(InitOptions.trust());
        a.start();
        PgCtlResult stopped = a.stop(mode);
        assertThat(said(stopped)).containsExactly("waiting for server to shut down. done", "server stopped");
        assertThat(stopped.commandLine()).endsWith(" -m " + mode);
        assertThat(a.status().status()).isEqualTo(mode == StopMode.IMMEDIATE ? NodeStatus.CRASHED : NodeStatus.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(CrashKind.class)
    void crashesAndRecovers(CrashKind kind) {
        a.init(InitOptions.trust());
        a.start();
        lab.ask(a, "create table t as select 1 as n");
        a.crash(kind);
        assertThat(controlData(a, "Database cluster state")).isEqualTo("in production");
        assertThat(a.status().status()).isEqualTo(NodeStatus.CRASHED);
        assertThat(Files.exists(a.layout().postmasterFile())).isEqualTo(kind != CrashKind.IMMEDIATE);
        a.start();
        assertThat(lab.ask(a, "select n from t")).isEqualTo("1");
        assertThat(a.logTail(20)).anyMatch(line -> line.contains("database system was not properly shut down"));
    }

    private static String controlData(Node node, String label) {
        String line = node.controlReport().stream()
                .filter(each -> each.startsWith(label + ":"))
                .findFirst()
                .orElseThrow();
        return line.substring(label.length() + 1).strip();
    }

    @Test
    void hasAnIdentityOfItsOwn() throws IOException {
        a.init(InitOptions.trust());
        b.init(InitOptions.trust());
        String first = controlData(a, "Database system identifier");
        assertThat(first).isNotEqualTo(controlData(b, "Database system identifier"));
        a.start();
        assertThat(lab.ask(a, "select system_identifier from pg_control_system()"))
                .isEqualTo(first);
        a.crash(CrashKind.KILL);
        a.start();
        assertThat(lab.ask(a, "select count(*) > 0 from pg_class")).isEqualTo("t");
        OsCommand dump = OsCommand.of(
                a.settings().binaries().require("pg_waldump").toString(),
                "-p",
                a.layout().data().resolve("pg_wal").toString(),
                "-s",
                "0/" + Long.toHexString(16 << 20 | 40),
                "-n",
                "5");
        assertThat(dump.run().lines()).hasSize(5);
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        a.init(InitOptions.scram("pa:ss\\ 'ü"));
        a.start();
        assertThat(lab.ask(a, "select 1")).isEqualTo("1");
        Files.delete(a.layout().passwordFile());
        assertThatThrownBy(() -> lab.ask(a, "select 1")).hasMessageContaining("no password supplied");
    }

    @Test
    void streamsAndPromotes() {
        startPair();
        lab.ask(a, "create table t as select 1 as n");
        lab.await(b, "select count(*) from pg_tables where tablename = 't'", "1");
        assertThat(b.status().status()).isEqualTo(NodeStatus.RUNNING_STANDBY);
        assertThat(b.processes()).extracting(ServerProcess::role).contains("startup", "walreceiver");
        a.crash(CrashKind.IMMEDIATE);
        PgCtlResult promoted = b.promote();
        assertThat(said(promoted)).containsExactly("waiting for server to promote. done", "server promoted");
        lab.ask(b, "insert into t values (2)");
        assertThat(b.status().status()).isEqualTo(NodeStatus.RUNNING_PRIMARY);
    }

    @Test
    void promotesByItsTriggerFile() {
        assumeThat(a.settings().capabilities().has(Feature.PROMOTE_TRIGGER_FILE))
                .isTrue();
        startPair();
        Path trigger = b.layout().root().resolve("trigger");
        lab.ask(b, "alter system set promote_trigger_file = '" + trigger + "'");
        PgCtlResult promoted = b.promote(trigger);
        assertThat(promoted.commandLine()).isEqualTo("touch " + trigger);
        assertThat(promoted.output()).isEmpty();
        assertThat(lab.ask(b, "select pg_is_in_recovery()")).isEqualTo("f");
        assertThat(trigger).doesNotExist();
        assertThatThrownBy(() -> b.promote(trigger)).hasMessageContaining("not in standby mode");
    }

    @Test
    void keepsItsPortWhenEverySettingIsReset() {
        startPair();
        lab.ask(b, "select pg_promote()");
        lab.ask(b, "alter system reset all");
        b.restart();
        assertThat(lab.ask(b, "show port")).isEqualTo(b.settings().port().toString());
    }

    @Test
    void rewindsTheOldPrimary() {
        startPair();
        a.crash(CrashKind.IMMEDIATE);
        b.promote();
        lab.ask(b, "create table later as select 1 as n");
        lab.ask(b, "checkpoint");
        a.rewind(b.endpoint(), RewindClient.USUAL);
        lab.ask(b, "select pg_create_physical_replication_slot('slot_b')");
        a.follow(new Upstream(b.endpoint(), Optional.of(new SlotName("slot_b"))));
        a.start();
        lab.await(b, "select state from pg_stat_replication where application_name = 'a'", "streaming");
        assertThat(lab.ask(a, "show port")).isEqualTo(a.settings().port().toString());
    }

    @Test
    void saysWhichSettingOfAStandbyIsTooLow() {
        startPair();
        lab.ask(a, "alter system set max_connections = 150");
        a.restart();
        lab.await(b, "select pg_is_wal_replay_paused()", "t");
        assertThatThrownBy(b::restart)
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().hint())
                                .contains("\"conf set max_connections 150 --node b\", then \"start b\""));
    }

    /** As after a pg_rewind that somebody typed: the file is the other node's. */
    @Test
    void startsWithItsOwnSettings() throws IOException {
        a.init(InitOptions.trust());
        b.init(InitOptions.trust());
        Path copied = a.layout().data().resolve("postgresql.conf");
        Files.writeString(copied, Files.readString(b.layout().data().resolve("postgresql.conf")));
        a.start();
        assertThat(lab.ask(a, "show port")).isEqualTo(a.settings().port().toString());
        assertThat(lab.ask(a, "show cluster_name")).isEqualTo("a");
    }

    @Test
    void refusesWhatPgCtlRefuses() throws IOException {
        Files.createDirectories(a.layout().data());
        assertThatThrownBy(a::start)
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains("is not a database cluster directory", "exit code 1"));
        a.init(InitOptions.trust());
        assertThatThrownBy(() -> a.stop(StopMode.FAST)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> a.init(InitOptions.trust())).hasMessageContaining("exists but is not empty");
        a.start();
        assertThatThrownBy(a::start)
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains("another server might be running", "could not start server"));
        assertThatThrownBy(a::promote).hasMessageContaining("not in standby mode");
        assertThatThrownBy(a::wipe).hasMessageContaining("could not empty");
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        a.init(InitOptions.trust());
        int port = a.settings().port().number();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(a::start).hasMessageContaining("port " + port + " is already in use");
        }
    }

    @Test
    void showsTheLogOfAServerThatDoesNotStart() throws IOException {
        a.init(InitOptions.trust());
        Files.writeString(a.layout().data().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(a::start)
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render())
                                .contains("unrecognized configuration parameter \"no_such_setting\""));
    }

    @Test
    void startsOverTheLockFileOfAnotherProcess() throws IOException {
        a.init(InitOptions.trust());
        long other = ProcessHandle.current().pid();
        Files.writeString(a.layout().postmasterFile(), other + "\n" + a.layout().data() + "\n1\n");
        assertThat(a.start().output())
                .startsWith("pg_ctl: another server might be running; trying to start server anyway");
    }

    /** As after a kill: the number that the socket's lock file names is a zombie's, or another process's by now. */
    @Test
    void startsOverTheSocketOfAnotherProcess() throws IOException {
        a.init(InitOptions.trust());
        Path lock =
                a.layout().socketDirectory().resolve(".s.PGSQL." + a.settings().port() + ".lock");
        Files.writeString(
                lock, ProcessHandle.current().pid() + "\n" + a.layout().data() + "\n");
        a.settings().runAs().own(lock);
        a.start();
        assertThat(a.status().status()).isEqualTo(NodeStatus.RUNNING_PRIMARY);
    }

    @Test
    void anInterruptedBackupLeavesNothing() throws IOException {
        a.init(InitOptions.trust());
        a.start();
        BaseBackupClient interrupted = new InterruptedClient(new ProgramBackup(b.settings()));
        assertThatThrownBy(() -> b.baseBackup(a.endpoint(), BackupOptions.standby(), interrupted))
                .hasMessageContaining("due to user request");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void aBackupRemovesWhatAKilledOneLeft() throws IOException {
        a.init(InitOptions.trust());
        a.start();
        Files.createDirectories(b.layout().root().resolve(".making-killed/base"));
        b.baseBackup(a.endpoint(), BackupOptions.standby(), b.pgBaseBackup().orElseThrow());
        assertThat(left()).isEmpty();
    }

    private record InterruptedClient(BaseBackupClient real) implements BaseBackupClient {
        @Override
        public void take(Endpoint source, Path directory, BackupOptions options) {
            Thread.currentThread().interrupt();
            real.take(source, directory, options);
        }

        @Override
        public String commandLine(Endpoint source, Path target, BackupOptions options) {
            return real.commandLine(source, target, options);
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(b.layout().root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".making-"))
                    .toList();
        }
    }

    @Test
    void aSecondObjectGoesOnWhereTheFirstLeftOff() {
        a.init(InitOptions.trust());
        a.start();
        Node again = new Node(a.settings());
        assertThat(again.status().pid()).isEqualTo(a.status().pid());
        new OsProcess(again.status().pid().orElseThrow()).signal(Signal.HUP);
        again.stop(StopMode.FAST);
        assertThat(a.status().status()).isEqualTo(NodeStatus.STOPPED);
    }

    private void startPair() {
        a.init(InitOptions.trust());
        a.start();
        lab.ask(a, "select pg_create_physical_replication_slot('slot_a', true)");
        PgCtlResult backup = b.baseBackup(
                a.endpoint(),
                BackupOptions.standby().with(new SlotName("slot_a")),
                b.pgBaseBackup().orElseThrow());
        assertThat(backup.commandLine())
                .startsWith("pg_basebackup -h 127.0.0.1")
                .endsWith("-R -S slot_a");
        b.start();
        lab.await(a, "select state from pg_stat_replication where application_name = 'b'", "streaming");
    }
}
