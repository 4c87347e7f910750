package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;

/** The file system of pg_wal is full: the server ends, and cannot start until there is room. */
record WalFull(FaultCard card) implements FullDisk {
    /**
     * The file system's size, in bytes: small enough that in the end there is too little room for a recovery, whatever segments
     * exist.
     */
    private static final long ROOM = 40L << 20;

    private static final int MOST = 64;
    private static final String MOUNTED = "mounted";

    @Override
    public String nearest() {
        return "The most similar fault is \"fault archive-fails\": pg_wal grows as long as it is active.";
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        ShownTable.of(scene, NAME).drop();
        scene.execute(scene.node(), "create table " + NAME + " as select 1 as id");
        work.stop(scene.node(), StopMode.FAST);
        Path wal = scene.server().walDirectory();
        scene.note(MOUNTED, wal.toString());
        FullDisk.mount(scene, wal, size(wal) + ROOM);
        work.start(scene.node());
        String fill = "insert into " + NAME + " select txid_current() from "
                + scene.lab().capabilities().walFunction("pg_switch_wal") + "()";
        for (int turn = 0; turn < MOST && !FullDisk.fails(scene, fill); turn++) {
            // Each statement takes one segment.
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
        boolean mounted = scene.server().mount().mounted().isPresent();
        boolean lost = scene.note(MOUNTED).isPresent() && !mounted;
        if (mounted) {
            new PairWork(scene).stop(scene.node(), StopMode.IMMEDIATE);
        }
        try {
            FullDisk.unmount(scene);
            // Writes into the next segment, for which the standby would wait otherwise.
            ShownTable.of(scene, NAME).drop();
            new PairWork(scene).awaitAnyStream(scene.node());
        } catch (LabException e) {
            throw lost ? gone(scene, e) : e;
        }
    }

    /** The error when the file system is gone: the machine was restarted, or the process that holds it was killed. */
    private static LabException gone(Scene scene, LabException why) {
        PairVerdict verdict = scene.lab().check().look().verdict();
        return new LabException(
                ErrorReport.error("could not heal node " + scene.node()
                                + ": its WAL was in memory, and the process that held it is gone")
                        .detail(why.report().message() + "; " + verdict.words() + ".")
                        .hint(verdict.advice()),
                why);
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.server().mount().mounted().isEmpty()
                && ShownTable.of(scene, NAME).gone();
    }
}
