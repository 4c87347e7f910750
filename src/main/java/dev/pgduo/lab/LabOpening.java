package dev.pgduo.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.place.LabHome;
import dev.pgduo.lab.place.LabLock;
import dev.pgduo.lab.place.LabPlace;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.lab.place.PortReservation;
import dev.pgduo.lab.place.Ports;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates labs and opens existing ones; each is held by one pgduo at a time. */
public final class LabOpening {
    private LabOpening() {}

    /**
     * Creates a lab in a directory that is empty or does not exist; its nodes are not initialised yet.
     *
     * @param password for SCRAM; empty for trust authentication
     * @throws LabException when the directory is not empty
     */
    public static Lab create(Path directory, ServerBinaries binaries, String password) {
        return create(directory, binaries, password.isEmpty() ? Auth.TRUST : Auth.SCRAM, password);
    }

    /** Creates a lab with this client authentication; the password is empty only with {@link Auth#TRUST}. */
    public static Lab create(Path directory, ServerBinaries binaries, Auth auth, String password) {
        return create(directory, binaries, auth, password, Ports::freePair);
    }

    /** Creates a lab with the directory, the password and, if they are free, the ports of an earlier one. */
    static Lab create(LabHome home, ServerBinaries binaries, Auth auth) {
        return create(home.directory(), binaries, auth, home.password(), () -> Ports.freePair(home.port()));
    }

    private static Lab create(
            Path directory, ServerBinaries binaries, Auth auth, String password, Supplier<Ports> ports) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            RunAs runAs = RunAs.probe();
            LabPlace place = LabPlace.make(absolute, runAs);
            requireEmpty(place);
            LabLock lock = LabLock.take(place.real());
            try {
                LabState wanted = new LabState(binaries.bin(), runAs, Map.of(), auth, password);
                return create(place, lock, wanted, binaries, ports.get());
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not create the lab in \"" + absolute + "\": " + FailureReason.of(e)), e);
        }
    }

    private static Lab create(LabPlace place, LabLock lock, LabState wanted, ServerBinaries binaries, Ports ports)
            throws IOException {
        requireEmpty(place);
        LabState state = wanted.withPorts(ports.byNode());
        makeNodes(place.real(), state.runAs());
        state.save(place.real());
        Lab lab = new Lab(place, lock, binaries, state, ports.reservation());
        if (state.auth() == Auth.SOCKET) {
            lab.nodes().forEach(node -> node.rememberPassword(state.password()));
        }
        return lab;
    }

    /**
     * Opens an existing lab.
     *
     * @throws LabException when there is none, its server programs are gone, or another pgduo holds it
     */
    public static Lab open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        LabState.load(absolute);
        try {
            LabPlace place = LabPlace.find(absolute);
            LabLock lock = LabLock.take(place.real());
            try {
                return open(place, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not open the lab in \"" + absolute + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Reads the lab's state while the lock is held: the former holder may have changed it, or removed the lab. */
    private static Lab open(LabPlace place, LabLock lock) throws IOException {
        LabState state = LabState.load(place.real());
        ServerBinaries binaries =
                ServerChoice.installed().choose(Optional.of(state.bin().toString()));
        PortReservation reservation = PortReservation.of(state.ports().values());
        Lab lab = new Lab(place, lock, binaries, state, reservation);
        for (Node node : lab.nodes()) {
            node.sweep();
            DataCopy.recover(node.layout().data());
            lab.kept().recover(node);
        }
        FileTree.deleteDrafts(lab.directory().resolve(LabPlace.SNAPSHOTS));
        return lab;
    }

    private static void requireEmpty(LabPlace place) throws IOException {
        if (FileTree.entries(place.real()).stream().anyMatch(entry -> !isBeginning(entry))) {
            LabLock.checkFree(place.real());
            throw LabException.of(
                    "directory \"" + place.named() + "\" is not empty",
                    "Take another one, or \"destroy\" the lab in it.");
        }
    }

    /**
     * Whether an entry may be left by a pgduo that was killed while it created the lab: the lock file, or a node's empty
     * directory.
     */
    private static boolean isBeginning(Path entry) {
        String name = String.valueOf(entry.getFileName());
        if (name.equals("lock")) {
            return true;
        }
        try {
            return NodeName.find(name).isPresent() && FileTree.entries(entry).isEmpty() && Files.isDirectory(entry);
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes each node's directory; servers that run as another user must be able to pass through all of them. */
    private static void makeNodes(Path directory, RunAs runAs) throws IOException {
        for (NodeName name : NodeName.values()) {
            PrivateFiles.directory(directory.resolve(name.toString()));
        }
        runAs.own(directory);
    }
}
