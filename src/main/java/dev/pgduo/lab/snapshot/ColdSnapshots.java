package dev.pgduo.lab.snapshot;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.kept.KeptCopy;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.place.LabPlace;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Cold copies of both data directories, with their tablespaces, under a name. The nodes are stopped for the copy and those that ran
 * are started again.
 */
public final class ColdSnapshots {

    private final Lab lab;

    public ColdSnapshots(Lab lab) {
        this.lab = lab;
    }

    /** The names of the snapshots, in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(root())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root())) {
            return entries.map(e -> e.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataCopy.failed("read the snapshots", e);
        }
    }

    /** Saves both nodes; a snapshot of the same name is replaced when the new one is complete. */
    public void save(String name) {
        Path target = directory(name);
        requireStandbys();
        requireOnDisk();
        List<Node> running = stop();
        Path draft = root().resolve("." + name + ".new");
        try {
            FileTree.remove(draft);
            PrivateFiles.directory(draft);
            for (Node node : lab.nodes()) {
                if (Files.isDirectory(node.layout().data())) {
                    copy(node, draft).take();
                }
            }
            FileTree.remove(target);
            Files.move(draft, target);
        } catch (IOException e) {
            throw DataCopy.failed("save the snapshot", e);
        } finally {
            FileTree.remove(draft);
            running.forEach(Node::start);
        }
    }

    /**
     * The directory of the snapshot of this name.
     *
     * @throws LabException when there is none
     */
    public Path require(String name) {
        Path source = directory(name);
        if (!Files.isDirectory(source)) {
            throw LabException.of("there is no snapshot \"" + name + "\"", "\"snapshot list\" shows what there is.");
        }
        return source;
    }

    /**
     * Restores both nodes; nodes that are running now are started afterwards, except one that would be a second primary.
     *
     * @param kept hears of replaced data, unless they were never used
     * @return the nodes that were running and were not started again
     */
    public List<NodeName> restore(String name, Consumer<KeptCopy> kept) {
        Path source = require(name);
        List<Node> running = stop();
        List<NodeName> left = new ArrayList<>();
        try {
            PairPicture now = lab.check().look().picture();
            for (Node node : lab.nodes()) {
                lab.kept()
                        .replace(node, "snapshot restore", !now.of(node.name()).blank(), () -> putBack(node, source))
                        .ifPresent(kept);
            }
        } finally {
            for (Node node : running) {
                if (secondPrimary(node)) {
                    left.add(node.name());
                } else if (Files.isDirectory(node.layout().data())) {
                    node.start();
                }
            }
        }
        return left;
    }

    /** Refuses a standby that would become a second primary: saving stops the nodes and starts them again. */
    private void requireStandbys() {
        PairPicture now = lab.check().look().picture();
        for (Node node : lab.nodes()) {
            if (!lab.isThrowAway() && now.wouldRestartAsSecondPrimary(node.name())) {
                throw new LabException(ErrorReport.error("cannot save a snapshot: node " + node.name()
                                + " would be a second primary when it is started again")
                        .detail("Its signal file is gone.")
                        .hint("Make it a standby again: \"stop " + node.name() + "\", \"standby " + node.name()
                                + " --of " + node.name().other() + "\", \"start " + node.name() + "\"."));
            }
        }
    }

    /** Refuses a directory in memory, which the copy would lack. */
    private void requireOnDisk() {
        for (Node node : lab.nodes()) {
            node.mount().mounted().ifPresent(directory -> {
                throw LabException.of(
                        "cannot save a snapshot: directory \"" + directory + "\" of node " + node.name()
                                + " is in memory",
                        "\"heal\" brings it back to the disk.");
            });
        }
    }

    private boolean secondPrimary(Node node) {
        return !lab.isThrowAway() && lab.check().look().picture().wouldBeSecondPrimary(node.name());
    }

    private static void putBack(Node node, Path source) {
        try {
            copy(node, source).putBack();
        } catch (IOException e) {
            throw DataCopy.failed("restore the snapshot", e);
        }
        if (Files.isDirectory(node.layout().data())) {
            node.writeLocalSettings();
        }
    }

    private static DataCopy copy(Node node, Path snapshot) {
        return new DataCopy(node.layout().data(), snapshot.resolve(node.name().toString()));
    }

    private List<Node> stop() {
        List<Node> running = new ArrayList<>();
        for (Node node : lab.stopOrder()) {
            running.add(0, node);
            node.stop(StopMode.FAST);
        }
        return running;
    }

    private Path root() {
        return lab.directory().resolve(LabPlace.SNAPSHOTS);
    }

    private Path directory(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,62}")) {
            throw new LabException(ErrorReport.error("invalid snapshot name: \"" + name + "\"")
                    .detail("A name is 1 to 63 letters, digits, \"-\" and \"_\", and starts with a letter or digit."));
        }
        return root().resolve(name);
    }
}
