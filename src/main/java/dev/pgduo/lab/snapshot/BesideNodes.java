package dev.pgduo.lab.snapshot;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LoadFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The state of a lab outside of its nodes: the load with its ledger, active faults, and the link. A load that was running is
 * started again with a restore, because the transactions since then are gone.
 *
 * @param directory the copy's directory
 * @param loaded whether a load was running
 * @param linked whether there was a link
 */
record BesideNodes(Path directory, boolean loaded, boolean linked) {
    static BesideNodes take(Lab lab, Path directory) {
        copy(StandingFault.directory(lab.directory()), directory.resolve("faults"));
        copy(new LoadFiles(lab.directory()).directory(), directory.resolve("load"));
        return new BesideNodes(
                directory, lab.load().running(), LabLink.of(lab.directory()).exists());
    }

    boolean still() {
        return !loaded && !linked && StandingFault.of(directory).isEmpty();
    }

    /** Ends the load, and a link that is not part of this state, before the nodes are restored. */
    void halt(Lab lab) {
        lab.load().end();
        if (!linked) {
            LabLink.of(lab.directory()).end();
        }
    }

    /** Restores the state after the nodes were restored. */
    void restore(Lab lab) {
        putBack(directory.resolve("faults"), StandingFault.directory(lab.directory()));
        putBack(directory.resolve("load"), new LoadFiles(lab.directory()).directory());
        LabLoad load = lab.load();
        if (loaded) {
            long run = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            load.start(load.order().again(run), lab.isThrowAway());
            lab.withRole(NodeStatus.RUNNING_PRIMARY).ifPresent(primary -> load.begun());
        }
    }

    private static void copy(Path from, Path to) {
        if (Files.exists(from)) {
            DataCopy.clone(from, to);
        }
    }

    private static void putBack(Path copy, Path place) {
        FileTree.remove(place);
        copy(copy, place);
    }
}
