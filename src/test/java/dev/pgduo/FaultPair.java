package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.fault.StandingFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A pair that faults happen to: what is typed at it, and that nothing of a fault is left. For one thread. */
final class FaultPair implements AutoCloseable {
    private static final String ROWS = "select count(*) || ' ' || coalesce(max(id), 0) from fault_rows";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path state;
    private HeadlessShell shell;
    private int written;
    private NodeName kept = NodeName.A;
    private String clean = "";

    FaultPair(Path directory, Path state) {
        this.directory = directory;
        this.state = state;
        this.shell = HeadlessShell.open(directory, state);
    }

    Path directory() {
        return directory;
    }

    Lab lab() {
        return shell.current().lab();
    }

    HeadlessShell.Typed type(String line) {
        return shell.type(line);
    }

    String ok(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(line + "\n" + typed.text()).isFalse();
        return typed.text();
    }

    /** A healthy pair with one more row. */
    void ready() {
        ok("up --yes");
        awaitHealthy();
        NodeName primary = lab().withRole(NodeStatus.RUNNING_PRIMARY).orElseThrow();
        lab().query(primary).rows("create table if not exists fault_rows (id int)");
        written++;
        lab().query(primary).rows("insert into fault_rows values (" + written + ")");
        new Streaming(lab()).catchUp(primary.other());
        kept = primary;
        clean = settings(primary);
    }

    /** Whether a fault was confirmed; this server cannot have it if it was not. */
    boolean begun(String fault) {
        HeadlessShell.Typed typed = shell.type("fault " + fault);
        if (typed.failed()) {
            assertThat(typed.text()).contains("this lab cannot have the fault ");
        }
        return !typed.failed();
    }

    /** Waits for a healthy pair. */
    void awaitHealthy() {
        Wait.to("have a healthy pair", PATIENCE)
                .comesTrue(() -> lab().check().look().verdict().situation().healthy());
        // One that has much to catch up with is healthy, too.
        Wait.to("see status say that b streams", PATIENCE)
                .comesTrue(() -> shell.type("status").text().contains("replication: streaming"));
        assertThat(shell.type("status").text()).doesNotContain("pair: ");
    }

    /** A healthy pair with equal rows, in which nothing of a fault is left. */
    void isAsBefore() {
        awaitHealthy();
        assertThat(StandingFault.of(lab().directory())).isEmpty();
        NodeName primary = lab().withRole(NodeStatus.RUNNING_PRIMARY).orElseThrow();
        new Streaming(lab()).catchUp(primary.other());
        String rows = lab().query(primary).ask(ROWS);
        assertThat(rows).endsWith(" " + written);
        assertThat(lab().query(primary.other()).ask(ROWS)).isEqualTo(rows);
        for (Node node : lab().nodes()) {
            assertThat(node.mount().holder()).isEmpty();
            assertThat(OsProcess.in(node.layout().data())).noneMatch(OsProcess::stopped);
            assertThat(lab().query(node.name())
                            .ask("select count(*) from pg_class where relkind = 'r' and relname like 'pgduo%'"))
                    .isEqualTo("0");
        }
        if (primary == kept) {
            assertThat(settings(primary)).isEqualTo(clean);
        }
    }

    private String settings(NodeName node) {
        Path data = lab().node(node).layout().data();
        try {
            return Files.readString(data.resolve("pg_hba.conf"))
                    + new TreeSet<>(Files.readAllLines(data.resolve("postgresql.auto.conf")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the lab, as a pgduo does that ends. */
    void leave() {
        shell.close();
    }

    /** Comes back, as the next pgduo. */
    void comeBack() {
        shell = HeadlessShell.open(directory, state);
    }

    /** Processes and mounts that name the lab. */
    List<String> left() throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    String mounts = Files.readString(process.resolve("mountinfo"));
                    String within =
                            Files.readSymbolicLink(process.resolve("cwd")).toString();
                    if (mounts.contains(directory.toString()) || within.startsWith(directory.toString())) {
                        found.add(process + " "
                                + Files.readString(process.resolve("cmdline")).replace('\0', ' '));
                    }
                } catch (IOException e) {
                    // It has ended meanwhile, or is another user's.
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        if (shell.current().exists()) {
            shell.type("destroy --yes");
        }
        shell.close();
    }
}
