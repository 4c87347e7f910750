package dev.pgduo.shell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.conf.PendingSettings;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a lab with a running and b stopped. Each test has settings and rules of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfCommandsIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private Path directory;
    private Lab lab;
    private CurrentLab current;
    private final ConfCommands conf = new ConfCommands();
    private final HbaCommands hba = new HbaCommands();

    @BeforeAll
    void start() {
        lab = POSTGRES.lab();
        directory = lab.directory();
        current = new CurrentLab(directory, lab -> Naming.plain(), () -> BackslashCommands.NONE);
        current.take(lab);
        lab.initialised(NodeName.B);
        lab.initialised(NodeName.A).start();
    }

    @Test
    void setsWithAlterSystem() {
        List<String> said = said(out -> conf.set(List.of("work_mem", "8MB"), null, null, out));
        assertThat(said.get(0)).isEqualTo("  => alter system set work_mem = '8MB';");
        assertThat(said.get(1)).startsWith(data("a") + "/postgresql.auto.conf:").endsWith(": work_mem '4MB' -> '8MB'");
        assertThat(said).last().isEqualTo("needs a reload: \"reload a\"");
        assertThat(said(out -> conf.set(List.of("work_mem=8MB"), "a", null, out)))
                .last()
                .asString()
                .endsWith("already");
        assertThat(said(out -> conf.reset("work_mem", "a", out)))
                .startsWith("  => alter system reset work_mem;")
                .element(1)
                .asString()
                .endsWith(": work_mem '8MB' -> (not set)");
    }

    @Test
    void setsListsAndOddValues() {
        said(out -> conf.set(List.of("search_path", "\"$user\", public, x"), "a", null, out));
        said(out -> conf.set(List.of("archive_cleanup_command", "it's \\ \"x\""), "a", null, out));
        lab.node(NodeName.A).reload();
        // A reload reaches sessions when it likes; the file says it at once.
        assertThat(ask("select setting from pg_file_settings where name = 'search_path'"))
                .isEqualTo("\"$user\", public, x");
        assertThat(ask("select setting from pg_file_settings where name = 'archive_cleanup_command'"))
                .isEqualTo("it's \\ \"x\"");
    }

    @Test
    void saysWhatNeedsARestart() {
        assertThat(said(out -> conf.set(List.of("max_wal_senders", "7"), "a", null, out)))
                .last()
                .isEqualTo("needs a restart: \"restart a\"");
        assertThat(said(out -> conf.set(List.of("max_prepared_transactions", "3"), "a", "postgresql.conf", out)))
                .anySatisfy(line -> assertThat(line).startsWith("  postgres> sed -i \""))
                .last()
                .isEqualTo("needs a restart: \"restart a\"");
    }

    @Test
    void setsSeveralOnBothNodes() {
        List<String> said =
                said(out -> conf.set(List.of("bgwriter_delay=30ms", "bgwriter_lru_maxpages=90"), "both", null, out));
        assertThat(said)
                .contains(
                        "  => alter system set bgwriter_delay = '30ms';",
                        "  => alter system set bgwriter_lru_maxpages = '90';",
                        "  postgres2> echo \"bgwriter_delay = '30ms'\" >> " + data("b") + "/postgresql.auto.conf",
                        "  postgres2> echo \"bgwriter_lru_maxpages = '90'\" >> " + data("b") + "/postgresql.auto.conf");
        assertThat(said(out -> conf.reset("bgwriter_delay", "both", out)))
                .filteredOn(line -> line.endsWith(": bgwriter_delay '30ms' -> (not set)"))
                .hasSize(2);
        said(out -> conf.reset("bgwriter_lru_maxpages", "both", out));
    }

    @Test
    void refusesForBothNodesBeforeAnyIsChanged() {
        assertThatThrownBy(() -> said(out -> conf.set(List.of("bgwriter_flush_after=x"), "both", null, out)))
                .hasMessageContaining("invalid value for parameter");
        assertThat(said(out -> conf.show("bgwriter_flush_after", "b", false, false, out)))
                .noneMatch(line -> line.contains("auto.conf"));
    }

    @Test
    void showsWhatIsPending() throws Exception {
        said(out -> conf.set(List.of("checkpoint_warning", "25s"), "a", null, out));
        said(out -> conf.set(List.of("max_worker_processes", "9"), "a", null, out));
        assertThat(pending("checkpoint_warning")).isEqualTo("checkpoint_warning | 30s | 25s | auto | reload a");
        assertThat(pending("max_worker_processes")).isEqualTo("max_worker_processes | 8 | 9 | auto | restart a");
        lab.node(NodeName.A).reload();
        // The backend that is asked takes the reload over before its next statement, or the one after it.
        for (int i = 0; i < 10_000 && ask("show checkpoint_warning").equals("30s"); i++) {
            Thread.onSpinWait();
        }
        assertThat(pending("checkpoint_warning")).isEmpty();
        assertThat(pending("max_worker_processes")).isEqualTo("max_worker_processes | 8 | 9 | auto | restart a");
        said(out -> conf.reset("checkpoint_warning", "a", out));
        assertThat(pending("checkpoint_warning")).isEqualTo("checkpoint_warning | 25s | (default) | null | reload a");
        said(out -> conf.reset("max_worker_processes", "a", out));
        said(out -> conf.set(List.of("checkpoint_warning", "20s"), "b", null, out));
        assertThat(said(out -> conf.show("checkpoint_warning", "b", false, true, out)))
                .anySatisfy(line -> assertThat(line).startsWith(" checkpoint_warning | 20s "))
                .last()
                .isEqualTo("node b is not running: this is what its files say");
        said(out -> conf.reset("checkpoint_warning", "b", out));
    }

    @Test
    void nothingIsPendingAfterAStart() throws IOException {
        Lab fresh = POSTGRES.lab();
        fresh.initialised(NodeName.A).start();
        assertThat(new PendingSettings(fresh, NodeName.A).rows(null)).isEmpty();
    }

    @Test
    void aNodeIsFoundAtItsNewPort() throws IOException {
        Lab moved = POSTGRES.lab();
        CurrentLab its = new CurrentLab(moved.directory(), lab -> Naming.plain(), () -> BackslashCommands.NONE);
        its.take(moved);
        moved.initialised(NodeName.A).start();
        int own = moved.port(NodeName.A);
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(said(its, out -> conf.set(List.of("port", Integer.toString(free)), "a", null, out)))
                .contains(
                        "needs a restart: \"restart a\"",
                        "the other node looks for this one at port " + own
                                + ", the lab's: \"conf reset port --node a\" brings it back");
        moved.node(NodeName.A).restart();
        assertThat(moved.query(NodeName.A).ask("show port")).isEqualTo(Integer.toString(free));
        assertThat(its.desk().session(1).session().endpoint().port()).isEqualTo(free);
        assertThat(its.desk().nodeOf(1)).isEqualTo(NodeName.A);
        said(its, out -> conf.reset("port", "a", out));
        moved.node(NodeName.A).restart();
        assertThat(moved.query(NodeName.A).ask("show port")).isEqualTo(Integer.toString(own));
    }

    /** The one row of what is pending, or an empty text. */
    private String pending(String name) {
        return new PendingSettings(lab, NodeName.A)
                .rows(name).stream()
                        .map(row -> row.stream()
                                .map(String::valueOf)
                                .map(cell -> cell.startsWith("postgresql.auto.conf:") ? "auto" : cell)
                                .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void setsOnAStoppedNode() throws IOException {
        List<String> said = said(out -> conf.set(List.of("hot_standby_feedback", "on"), "b", null, out));
        String file = data("b") + "/postgresql.auto.conf";
        assertThat(said)
                .containsExactly(
                        "  postgres2> echo \"hot_standby_feedback = 'on'\" >> " + file,
                        file + ":3: hot_standby_feedback (not set) -> 'on'",
                        "takes effect at the next start");
        assertThat(said(out -> conf.set(List.of("hot_standby_feedback", "off"), "b", "postgresql.conf", out)))
                .anySatisfy(line -> assertThat(line).endsWith(": hot_standby_feedback (not set) -> 'off'"))
                .last()
                .isEqualTo("overridden by " + file + ":3: hot_standby_feedback = 'on'");
        assertThat(said(out -> conf.show("hot_standby_feedback", "b", false, false, out)))
                .element(2)
                .asString()
                .contains("| on ", "postgresql.auto.conf:3", "postgresql.conf:")
                .contains(": 'off'");
        assertThat(said(out -> conf.reset("all", "b", out)))
                .contains("  postgres2> sed -i \"3d\" " + file, file + ":3: hot_standby_feedback 'on' -> (not set)");
        assertThat(Files.readString(Path.of(file))).startsWith("# Do not edit").doesNotContain("feedback");
        assertThat(Path.of(file + ".pgduo-old")).exists();
    }

    @Test
    void refusesInTheServersWords() throws IOException {
        String before = Files.readString(Path.of(data("b"), "postgresql.auto.conf"));
        for (String node : List.of("a", "b")) {
            assertThatThrownBy(() -> said(out -> conf.set(List.of("wal_level", "foo"), node, null, out)))
                    .hasMessage("invalid value for parameter \"wal_level\": \"foo\"")
                    .extracting(e -> ((LabException) e).report().hint())
                    .isEqualTo("Available values: minimal, replica, logical.");
            assertThatThrownBy(() -> said(out -> conf.set(List.of("wrk_mem", "1MB"), node, null, out)))
                    .hasMessage("unrecognized configuration parameter \"wrk_mem\"")
                    .extracting(e -> ((LabException) e).report().hint())
                    .isEqualTo("Did you mean \"work_mem\"?");
            assertThatThrownBy(() -> said(out -> conf.append(List.of("fsync = maybe"), node, null, out)))
                    .hasMessage("parameter \"fsync\" requires a Boolean value");
            assertThatThrownBy(() -> said(out -> conf.append(List.of("fsync on off"), node, null, out)))
                    .hasMessageContaining("syntax error");
            assertThatThrownBy(() -> said(out -> conf.set(List.of("fsync", "on"), node, "pg_hba.conf", out)))
                    .hasMessageContaining("no configuration file");
        }
        assertThat(Path.of(data("b"), "postgresql.auto.conf")).hasContent(before);
    }

    @Test
    void putsARefusedFileBack() throws IOException {
        for (String node : List.of("a", "b")) {
            Path file = Path.of(data(node), "postgresql.conf");
            String before = Files.readString(file);
            assertThatThrownBy(() -> said(out -> conf.append(List.of("include 'nowhere.conf'"), node, null, out)))
                    .hasMessageContaining("could not open");
            assertThat(file).hasContent(before);
        }
    }

    @Test
    void mendsASpoiltFile() throws IOException {
        Path file = Path.of(data("b"), "postgresql.conf");
        String before = Files.readString(file);
        Files.writeString(file, before + "!!\nbgwriter_delay = x\n");
        try {
            said(out -> conf.set(List.of("bgwriter_delay", "20ms"), "b", "postgresql.conf", out));
            assertThat(said(out -> conf.show("bgwriter_delay", "b", false, false, out)))
                    .anySatisfy(line -> assertThat(line).contains("syntax error in file"));
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void showsSettings() {
        assertThat(said(out -> conf.show("shared_buffers", null, false, false, out)))
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith(" shared_buffers | 128MB   | configuration file | postgresql.conf:");
        assertThat(said(out -> conf.show("autovacuum_vac", "a", false, false, out)))
                .hasSizeGreaterThan(5);
        assertThatThrownBy(() -> said(out -> conf.show("shared_bufers", "a", false, false, out)))
                .hasMessageContaining("unrecognized");
        said(out -> conf.set(List.of("max_locks_per_transaction", "70"), "a", null, out));
        lab.node(NodeName.A).reload();
        assertThat(said(out -> conf.diff("a", "b", out)))
                .anySatisfy(line -> assertThat(line).contains("max_locks_per_transaction"));
    }

    @Test
    void listsRulesAlikeFromServerAndFile() {
        List<String> asked = said(out -> hba.show("a", null, out));
        assertThat(asked).anySatisfy(line -> assertThat(line).contains("| 127.0.0.1/32 | trust"));
        assertThat(asked.get(0)).startsWith(" line | type");
        assertThat(said(out -> hba.show(null, "b", out)).get(0)).isEqualTo(asked.get(0));
    }

    @Test
    void addsTestsAndRemovesRules() throws IOException {
        String rule = "host sales \"all\" 10.1.2.0/24 scram-sha-256";
        for (String node : List.of("a", "b")) {
            Path file = Path.of(data(node), "pg_hba.conf");
            String before = Files.readString(file);
            List<String> added = said(out -> hba.add(List.of(rule), node, true, out));
            assertThat(added.get(0)).contains("sed -i \"").endsWith(file.toString());
            String number = added.get(1).replaceFirst(".*pg_hba.conf:(\\d+): added .*", "$1");
            assertThat(added).last().asString().contains(node.equals("a") ? "reload a" : "next start");
            assertThat(test(node, "all", "sales", "10.1.2.9")).startsWith("line " + number + " decides: " + rule);
            assertThat(test(node, "joe", "sales", "10.1.2.9"))
                    .startsWith("no line matches: FATAL:  no pg_hba.conf entry");
            said(out -> hba.remove(Integer.parseInt(number), node, out));
            assertThat(file).hasContent(before);
        }
    }

    @Test
    void refusesBadRules() throws IOException {
        Path file = Path.of(data("a"), "pg_hba.conf");
        String before = Files.readString(file);
        assertThatThrownBy(() -> said(out -> hba.add(List.of("host all all 10.0.0.0/33 trust"), "a", false, out)))
                .hasMessageContaining("invalid CIDR mask");
        said(out -> hba.add(List.of("local", "my db", "all", "trust"), "a", false, out));
        assertThat(Files.readString(file)).isEqualTo(before + "local \"my db\" all trust\n");
        Files.writeString(file, before);
        assertThatThrownBy(() -> said(out -> hba.add(List.of("# only a comment"), "a", false, out)))
                .hasMessageContaining("not a valid rule");
        assertThatThrownBy(() -> said(out -> hba.add(List.of("local @missing all trust"), "a", false, out)))
                .isInstanceOf(LabException.class);
        assertThatThrownBy(() -> said(out -> hba.remove(1, "a", out))).hasMessage("there is no rule in line 1");
        assertThat(file).hasContent(before);
    }

    @Test
    void warnsOfALockOut() throws IOException {
        Path file = Path.of(data("b"), "pg_hba.conf");
        String before = Files.readString(file);
        assertThat(said(out -> hba.add(List.of("host all all all reject"), "b", true, out)))
                .last()
                .asString()
                .startsWith("beware");
        assertThat(test("b", "postgres", "postgres", "127.0.0.1")).contains(" decides and refuses: host all all all");
        Files.writeString(file, before);
    }

    private String test(String node, String user, String database, String address) {
        return said(out -> hba.test(node, user, database, address, false, out)).get(0);
    }

    private String ask(String sql) {
        return String.valueOf(lab.query(NodeName.A).rows(sql).get(0).get(0));
    }

    private String data(String node) {
        return directory.resolve(node).resolve("data").toString();
    }

    private List<String> said(Consumer<LabContext> verb) {
        return said(current, verb);
    }

    private List<String> said(CurrentLab lab, Consumer<LabContext> verb) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        CommandRunner commands = new CommandRunner(CommandCatalog.of(Map.of()), directory.resolve("log"));
        verb.accept(new LabContext(lab, commands, Audience.NOBODY, out));
        out.flush();
        return text.toString().lines().toList();
    }
}
