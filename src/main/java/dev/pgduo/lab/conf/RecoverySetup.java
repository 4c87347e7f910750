package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Prepares a node that does not run to recover from an archive at its next start: its settings and its signal file. */
public final class RecoverySetup {
    private static final String RECOVERY_SIGNAL = "recovery.signal";
    private static final String STANDBY_SIGNAL = "standby.signal";

    private final Lab lab;
    private final Node node;

    public RecoverySetup(Lab lab, NodeName name) {
        this.lab = lab;
        this.node = lab.node(name);
    }

    /** Is told what is done, in order. */
    public interface Listener {
        void changed(SettingChange change);

        /** A line of the node's OS prompt that stands for it. */
        void ran(String line);
    }

    /** Copies out of the archive directory of this node, or of the other one; empty where neither has one with files in it. */
    public Optional<String> usualRestore() {
        return Stream.of(node.name(), node.name().other())
                .map(name -> lab.node(name).layout().archive())
                .filter(RecoverySetup::filled)
                .findFirst()
                .map(directory -> "cp " + OsCommand.quote(directory.toString()) + "/%f \"%p\"");
    }

    private static boolean filled(Path directory) {
        try {
            return Files.isDirectory(directory) && !FileTree.entries(directory).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Carries out a plan; what an earlier one said is taken back.
     *
     * @throws LabException when the node runs, or the server would not take a value; a value that it would is set then
     */
    public void apply(RecoveryPlan plan, Listener listener) {
        if (node.status().pid().isPresent()) {
            throw new LabException(
                    ErrorReport.error("cannot set up the recovery of node " + node.name() + ": it is running")
                            .detail("A server reads its signal file at its start only.")
                            .hint("Stop it first: \"stop " + node.name() + "\"."));
        }
        NodeConf conf = new NodeConf(lab, node.name());
        plan.settings().forEach((name, value) -> listener.changed(conf.set(null, name, value)));
        conf.effective().settings().stream()
                .map(EffectiveConf.Entry::name)
                .filter(plan::contradicts)
                .forEach(name -> listener.changed(conf.reset(name)));
        if (lab.capabilities().has(Feature.STANDBY_SIGNAL)) {
            signal(listener);
        }
    }

    private void signal(Listener listener) {
        Path data = node.layout().data();
        Path standby = data.resolve(STANDBY_SIGNAL);
        Path recovery = data.resolve(RECOVERY_SIGNAL);
        try {
            if (Files.exists(standby)) {
                listener.ran("rm " + OsCommand.quote(standby.toString()));
                Files.delete(standby);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.ran("touch " + OsCommand.quote(recovery.toString()));
        new SettingsFile(recovery, lab.state().runAs()).edit(text -> text);
    }
}
