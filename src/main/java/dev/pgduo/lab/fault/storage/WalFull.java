package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;

/** The file system of pg_wal is full: the server ends, and does not start again until there is room. */
record WalFull(FaultCard card) implements FullDisk {
    /** Less than what a recovery needs is left in the end, whatever the segments before were. */
    private static final long ROOM = 40L << 20;

    private static final int MOST = 64;

    @Override
    public String nearest() {
        return "\"fault archive-fails\" comes nearest: pg_wal grows as long as it stands.";
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        scene.execute(scene.node(), "drop table if exists " + NAME);
        scene.execute(scene.node(), "create table " + NAME + " as select 1 as id");
        work.stop(scene.node(), StopMode.FAST);
        Path wal = scene.server().walDirectory();
        FullDisk.mount(scene, wal, size(wal) + ROOM);
        work.start(scene.node());
        String fill = "insert into " + NAME + " select txid_current() from "
                + scene.lab().capabilities().walFunction("pg_switch_wal") + "()";
        for (int turn = 0; turn < MOST && !FullDisk.fails(scene, fill); turn++) {
            // A segment each time.
        }
    }

    private static long size(Path wal) {
        try {
            return FileTree.size(wal);
        } catch (IOException e) {
            throw LabException.of("could not read directory \"" + wal + "\": " + FailureReason.of(e));
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign("PANIC:  could not write to file \"pg_(wal|xlog)/xlogtemp.*\": No space left on device"),
                scene.goneSign());
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).stop(scene.node(), StopMode.IMMEDIATE);
        FullDisk.unmount(scene);
        scene.execute(scene.node(), "drop table if exists " + NAME);
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.server().mount().mounted().isEmpty()
                && scene.answers(scene.node(), "select count(*) from pg_class where relname = '" + NAME + "'", "0");
    }
}
