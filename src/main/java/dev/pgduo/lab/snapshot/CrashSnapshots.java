package dev.pgduo.lab.snapshot;

import dev.pgduo.cluster.files.FileTree;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of both nodes as they are at a moment, for going back to it. All processes of the servers stand still while the copy is
 * made, so that it is what a power failure would leave; sessions and statements go on afterwards as if nothing had been. For one
 * thread at a time.
 */
public final class CrashSnapshots {
    private static final String DATA = "data";
    private static final String LOG = "server.log";
    private static final String ARCHIVE = "archive";

    private final Lab lab;
    private int taken;

    public CrashSnapshots(Lab lab) {
        this.lab = lab;
    }

    /**
     * A copy of both nodes.
     *
     * @param directory where it is
     * @param running whether each node ran, as a primary or as a standby
     * @param beside what else there was
     */
    public record Moment(Path directory, Map<NodeName, Boolean> running, BesideNodes beside) {
        public Moment {
            running = Map.copyOf(running);
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

    /** No copy is needed any more. */
    public void clear() {
        FileTree.remove(lab.directory().resolve("moments"));
    }

    /** A copy is not needed any more. */
    public void drop(Moment moment) {
        FileTree.remove(moment.directory());
    }

    /** The postmaster first, so that it starts nothing anew; until there is no process that was not there before. */
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
    }

    /** Puts both nodes back; those that ran then run afterwards, in the roles that they had, and the others do not. */
    public void restore(Moment moment) {
        moment.beside().halt(lab);
        for (Node node : lab.nodes()) {
            if (node.status().pid().isPresent()) {
                node.stop(StopMode.IMMEDIATE);
            }
            node.releaseMemory();
        }
        for (Node node : lab.nodes()) {
            Path from = moment.directory().resolve(node.name().toString());
            putBack(node, from);
        }
        lab.nodes().stream()
                .filter(node -> Boolean.TRUE.equals(moment.running().get(node.name())))
                .sorted((x, y) -> Boolean.compare(isStandby(x), isStandby(y)))
                .forEach(Node::start);
        moment.beside().restore(lab);
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

    /** A primary comes first, so that its standby finds it. */
    private static boolean isStandby(Node node) {
        Path data = node.layout().data();
        return Files.exists(data.resolve("standby.signal")) || Files.exists(data.resolve("recovery.conf"));
    }
}
