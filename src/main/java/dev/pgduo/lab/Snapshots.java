package dev.pgduo.lab;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.lab.os.Trees;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cold copies of both data directories, with their tablespaces, under a name. The nodes are stopped for the copy and those that ran
 * are started again.
 */
public final class Snapshots {
    private final Lab lab;

    public Snapshots(Lab lab) {
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

    /** Copies both nodes; a snapshot of the same name is replaced when the new one is complete. */
    public void save(String name) {
        Path target = directory(name);
        List<Node> running = stop();
        Path draft = root().resolve("." + name + ".new");
        try {
            Trees.delete(draft, false);
            PrivateFiles.directory(draft);
            for (Node node : lab.nodes()) {
                if (Files.isDirectory(node.layout().data())) {
                    copy(node, draft).take();
                }
            }
            Trees.delete(target, false);
            Files.move(draft, target);
        } catch (IOException e) {
            throw DataCopy.failed("save the snapshot", e);
        } finally {
            Trees.delete(draft, false);
            running.forEach(Node::start);
        }
    }

    /** Puts both nodes back as they were; those that run now run afterwards. */
    public void restore(String name) {
        Path source = directory(name);
        if (!Files.isDirectory(source)) {
            throw LabException.of("there is no snapshot \"" + name + "\"", "\"snapshot list\" shows what there is.");
        }
        List<Node> running = stop();
        try {
            for (Node node : lab.nodes()) {
                copy(node, source).putBack();
                if (Files.isDirectory(node.layout().data())) {
                    node.writeLocalSettings();
                }
            }
        } catch (IOException e) {
            throw DataCopy.failed("restore the snapshot", e);
        } finally {
            running.stream()
                    .filter(node -> Files.isDirectory(node.layout().data()))
                    .forEach(Node::start);
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
        return lab.directory().resolve("snapshots");
    }

    private Path directory(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,62}")) {
            throw new LabException(ErrorReport.error("invalid snapshot name: \"" + name + "\"")
                    .detail("A name is 1 to 63 letters, digits, \"-\" and \"_\", and starts with a letter or digit."));
        }
        return root().resolve(name);
    }
}
