package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.node.TmpfsMount;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.Optional;

/** A fault of a node with a directory on a small file system in memory, which becomes full. */
interface FullDisk extends Fault {
    String NAME = "pgduo_full";

    /** The most similar fault where no file system can be mounted. */
    String nearest();

    @Override
    default Optional<Unavailable> unavailable(Lab lab) {
        return TmpfsMount.unavailable(lab.state().runAs()).map(reason -> new Unavailable(reason, nearest()));
    }

    /** Mounts the file system over a directory of the stopped node. */
    static void mount(Scene scene, Path directory, long bytes) {
        scene.tell(TmpfsMount.line(directory, bytes));
        scene.server().mount().mount(directory, bytes);
    }

    /** Unmounts the file system, and starts the stopped node on its disk. */
    static void unmount(Scene scene) {
        if (scene.server().mount().end()) {
            scene.tell("# the file system is unmounted, and what is in it is on the disk again");
        }
        new PairWork(scene).revive(scene.node());
    }

    /** Executes a statement that fills the file system; returns whether it failed. */
    static boolean fails(Scene scene, String sql) {
        try {
            scene.execute(scene.node(), sql);
            return false;
        } catch (LabException e) {
            return true;
        }
    }
}
