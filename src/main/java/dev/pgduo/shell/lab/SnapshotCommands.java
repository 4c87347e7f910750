package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.snapshot.ColdSnapshots;
import java.util.List;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code snapshot save|restore|list}. */
public final class SnapshotCommands {
    @Command(
            name = {"snapshot", "save"},
            group = "lab",
            description = "save a copy of both nodes; running nodes are stopped meanwhile")
    void save(@Argument(index = 0, description = "the snapshot's name") String name, LabContext context) {
        new ColdSnapshots(context.lab()).save(name);
        context.out().println("snapshot \"" + name + "\" saved");
    }

    @Command(
            name = {"snapshot", "restore"},
            group = "lab",
            description = "restore both nodes from a snapshot")
    void restore(
            @Argument(index = 0, description = "the snapshot's name") String name,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        ColdSnapshots snapshots = new ColdSnapshots(context.lab());
        snapshots.require(name);
        Finding finding = context.lab().check().look();
        context.confirmation()
                .overwriting(context.confirmation().of("snapshot restore " + name, yes), finding, NodeName.values());
        context.steps().forgetFaults();
        EchoSteps told = context.steps().told();
        List<NodeName> left = snapshots.restore(name, told::kept);
        context.desk().wrote();
        context.out().println("snapshot \"" + name + "\" restored");
        left.forEach(node -> told.remark("node " + node + " is not started again: it would be a second primary"));
    }

    @Command(
            name = {"snapshot", "list"},
            group = "lab",
            description = "list the snapshots")
    void list(LabContext context) {
        new ColdSnapshots(context.lab()).names().forEach(context.out()::println);
    }
}
