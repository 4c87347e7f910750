package dev.pgduo.lab.snapshot;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.place.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of both nodes at a moment, which can be restored. All processes of the servers are suspended during the copy, so that
 * it has the state after a power failure; sessions and statements continue afterwards. For one thread at a time.
 */
public final class CrashSnapshots {
    private static final String DATA = "data";
    private static final String LOG = "server.log";
    private static final String ARCHIVE = "archive";
    private static final String HOME = "home";

    private final Lab lab;
    private int taken;

    public CrashSnapshots(Lab lab) {
        this.lab = lab;
    }

    /**
     * A copy of both nodes.
     *
     * @param directory the copy's directory
     * @param running whether each node was running, as a primary or as a standby
     * @param beside the state outside of the nodes
     */
    public record Moment(Path directory, Map<NodeName, Boolean> running, BesideNodes beside) {
        public Moment {
            running = Map.copyOf(running);
        }

        /** A copy without load or faults, which was kept elsewhere. */
        public static Moment kept(Path directory, Map<NodeName, Boolean> running) {
            return new Moment(directory, running, new BesideNodes(directory, false, false));
        }

        /** Whether the copied files are the whole state: there was no load and no active fault. */
        public boolean still() {
            return beside.still();
        }
    }

    /** Copies both nodes as they are now. */
    public Moment take() {
        Path directory = lab.directory().resolve("moments").resolve(Integer.toString(++taken));
        Map<NodeName, Boolean> running = new EnumMap<>(NodeName.class);
        lab.nodes()
                .forEach(node -> running.put(node.name(), node.status().status().running()));
        List<OsProcess> stopped = new ArrayList<>();
        try {
            PrivateFiles.directory(directory);
            freeze(stopped);
            for (Node node : lab.nodes()) {
                copy(node, directory.resolve(node.name().toString()));
            }
        } catch (IOException e) {
            throw DataCopy.failed("copy the nodes", e);
        } finally {
            OsProcess.signal(Signal.CONT, stopped);
        }
        return new Moment(directory, running, BesideNodes.take(lab, directory));
    }

    /** Removes all copies. */
    public void clear() {
        FileTree.remove(lab.directory().resolve("moments"));
    }

    /** Removes a copy. */
    public void drop(Moment moment) {
        FileTree.remove(moment.directory());
    }

    /** Suspends all server processes, the postmaster before its children, and repeats it until no process is new. */
    private void freeze(List<OsProcess> stopped) {
        boolean more = true;
        while (more) {
            List<OsProcess> fresh = lab.nodes().stream()
                    .flatMap(node -> node.processes().stream())
                    .map(ServerProcess::pid)
                    .map(OsProcess::new)
                    .filter(process -> !stopped.contains(process))
                    .toList();
            OsProcess.signal(Signal.STOP, fresh);
            stopped.addAll(fresh);
            more = !fresh.isEmpty();
        }
    }

    private static void copy(Node node, Path to) throws IOException {
        PrivateFiles.directory(to);
        if (Files.exists(node.layout().data())) {
            new DataCopy(node.layout().data(), to.resolve(DATA)).take();
        }
        if (Files.exists(node.layout().logFile())) {
            DataCopy.clone(node.layout().logFile(), to.resolve(LOG));
        }
        if (Files.exists(node.layout().archive())) {
            DataCopy.clone(node.layout().archive(), to.resolve(ARCHIVE));
        }
        Files.deleteIfExists(to.resolve(DATA).resolve("postmaster.pid"));
        PrivateFiles.directory(to.resolve(HOME));
        for (Path entry : home(node)) {
            DataCopy.clone(entry, to.resolve(HOME).resolve(String.valueOf(entry.getFileName())));
        }
    }

    /** Other files in the node's home, which somebody has made. */
    private static List<Path> home(Node node) throws IOException {
        NodeLayout layout = node.layout();
        List<Path> others = List.of(layout.data(), layout.logFile(), layout.archive(), layout.socketDirectory());
        return FileTree.entries(layout.root()).stream()
                .filter(entry -> !others.contains(entry))
                .filter(entry -> !String.valueOf(entry.getFileName()).startsWith(DATA + "."))
                .filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        || Files.isSymbolicLink(entry))
                .toList();
    }

    /** Restores both nodes; those that were running are started in their former roles, the others are stopped. */
    public void restore(Moment moment) {
        restore(moment, true);
    }

    /**
     * Restores both nodes.
     *
     * @param homes whether other files in the nodes' homes are restored, too, which a process may be using
     */
    void restore(Moment moment, boolean homes) {
        moment.beside().halt(lab);
        for (Node node : lab.nodes()) {
            if (node.status().pid().isPresent()) {
                node.stop(StopMode.IMMEDIATE);
            }
            node.releaseMemory();
        }
        for (Node node : lab.nodes()) {
            Path from = moment.directory().resolve(node.name().toString());
            if (homes) {
                homeBack(node, from.resolve(HOME));
            }
            putBack(node, from);
        }
        lab.nodes().stream()
                .filter(node -> Boolean.TRUE.equals(moment.running().get(node.name())))
                .sorted((x, y) -> Boolean.compare(isStandby(x), isStandby(y)))
                .forEach(Node::start);
        moment.beside().restore(lab);
    }

    private static void homeBack(Node node, Path from) {
        try {
            home(node).forEach(FileTree::remove);
            for (Path entry : FileTree.entries(from)) {
                DataCopy.clone(entry, node.layout().root().resolve(String.valueOf(entry.getFileName())));
            }
        } catch (IOException e) {
            throw DataCopy.failed("put the home of node " + node.name() + " back", e);
        }
    }

    private static void putBack(Node node, Path from) {
        try {
            new DataCopy(node.layout().data(), from.resolve(DATA)).putBack();
            Files.deleteIfExists(node.layout().logFile());
        } catch (IOException e) {
            throw DataCopy.failed("put node " + node.name() + " back", e);
        }
        if (Files.exists(from.resolve(LOG))) {
            DataCopy.clone(from.resolve(LOG), node.layout().logFile());
        }
        FileTree.remove(node.layout().archive());
        if (Files.exists(from.resolve(ARCHIVE))) {
            DataCopy.clone(from.resolve(ARCHIVE), node.layout().archive());
        }
    }

    /** Whether a node is a standby; the primary is started first, so that its standby can connect. */
    private static boolean isStandby(Node node) {
        Path data = node.layout().data();
        return Files.exists(data.resolve("standby.signal")) || Files.exists(data.resolve("recovery.conf"));
    }
}
