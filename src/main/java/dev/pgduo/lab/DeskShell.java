package dev.pgduo.lab;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.BaseBackupClient;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.conf.AtomicFile;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.OsLab;
import dev.pgduo.lab.os.OsLines;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The nodes' operating-system prompts: their environment, and what lab idioms do to the nodes. */
final class DeskShell implements OsLab {
    private static final Pause PROMOTION = new Pause(Duration.ofMillis(4), Duration.ofSeconds(60));

    private final Lab lab;
    private final Naming naming;
    private @Nullable String standIns;

    DeskShell(Lab lab, Naming naming) {
        this.lab = lab;
        this.naming = naming;
    }

    /** Carries out one line typed at a node's prompt. */
    OsResult run(NodeName name, String line, Consumer<String> listener) {
        return new OsLines(this)
                .run(
                        name,
                        line,
                        Map.of(
                                "PGDATA",
                                        naming.toShown(
                                                lab.node(name).layout().data().toString()),
                                "HOME",
                                        naming.toShown(
                                                lab.node(name).layout().root().toString())),
                        listener);
    }

    @Override
    public Path directory() {
        return lab.directory();
    }

    @Override
    public Node node(NodeName name) {
        return lab.node(name);
    }

    @Override
    public Node initialised(NodeName name) {
        return lab.initialised(name);
    }

    @Override
    public List<Node> nodes() {
        return lab.nodes();
    }

    @Override
    public Node nodeAtPort(int port) {
        return nodes().stream()
                .filter(node -> node.endpoint().port().number() == port)
                .findFirst()
                .orElseThrow(() -> LabException.of("no node of the lab listens on port " + port));
    }

    @Override
    public Naming naming() {
        return naming;
    }

    @Override
    public Performed baseBackup(Node source, Node target, BackupOptions options) {
        // What a transcript typed is what is run, where it can be.
        BaseBackupClient client = target.pgBaseBackup().orElseGet(() -> lab.backupClient(target));
        return target.baseBackup(source.endpoint(), options, client);
    }

    @Override
    public Set<Translation> trigger(Node node, Path file, boolean serverKnowsIt) {
        if (node.status().status() != NodeStatus.RUNNING_STANDBY) {
            AtomicFile.replace(file, "");
            return Set.of();
        }
        if (!serverKnowsIt) {
            node.promote();
            return Set.of(Translation.TRIGGER_FILE_GONE);
        }
        AtomicFile.replace(file, "");
        if (!PROMOTION.until(() -> promoted(node))) {
            throw new LabException(ErrorReport.error("could not promote node " + node.name() + " with its trigger file")
                    .detail(String.join("\n", node.logTail(10))));
        }
        return Set.of();
    }

    /** The server looks for the file every 5 s; a reload makes it look at once. */
    private boolean promoted(Node node) {
        try {
            node.reload();
            return lab.query(node.name()).scalar("select pg_is_in_recovery()").equals("f");
        } catch (ServerUnavailable e) {
            return false;
        }
    }

    @Override
    public void replace(Node node, Path file, String text) {
        AtomicFile.replace(file, text);
    }

    @Override
    public Finished bash(Node node, String line, Consumer<String> output) {
        return OsCommand.bash("exec 2>&1\n" + line)
                .with(environment(node))
                .in(node.layout().root())
                .as(node.settings().runAs())
                .run(output, output);
    }

    /** Where missing client programs are stood in for, as the end of PATH; empty when none is missing. */
    private synchronized String standIns() {
        String made = standIns;
        if (made == null) {
            Path programs = lab.directory().resolve("programs");
            made = new StandIns(programs, lab.binaries().bin(), lab.state().runAs())
                    .make()
                    .map(directory -> ":" + directory)
                    .orElse("");
            standIns = made;
        }
        return made;
    }

    /** What the node's shell finds in its environment. */
    Map<String, String> environment(Node node) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PGDATA", node.layout().data().toString());
        variables.put("PGPORT", node.endpoint().port().toString());
        variables.put("PGHOST", node.layout().socketDirectory().toString());
        variables.put("PGUSER", Lab.SUPERUSER);
        variables.put("PGDATABASE", "postgres");
        variables.put("PGPASSFILE", node.layout().passwordFile().toString());
        variables.put("HOME", node.layout().root().toString());
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        variables.put("PATH", lab.binaries().bin() + ":" + path + standIns());
        return variables;
    }
}
