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

    /** Hears of each step, in order. */
    public interface Listener {
        void changed(SettingChange change);

        /** The line at the node's OS prompt that stands for a step. */
        void ran(String line);
    }

    /**
     * The restore_command that copies from this node's archive directory, or from the other one's; empty where neither has any
     * files in it.
     */
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
     * Carries out a plan; settings of an earlier plan that contradict it are reset.
     *
     * @throws LabException when the node runs, or the server would refuse a value; the values before it are set then
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
