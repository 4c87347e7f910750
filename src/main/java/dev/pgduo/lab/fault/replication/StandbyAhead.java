package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;

/** The primary comes back with an older state of its files, and its standby has WAL that it never wrote. Constructed. */
record StandbyAhead(FaultCard card) implements PairFault {
    private static final int SEGMENTS = 2;

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        Path data = scene.server(primary).layout().data();
        Path copy = scene.kept().resolve("data");
        work.stop(primary, StopMode.FAST);
        scene.tell(primary, "cp -a " + data + " " + copy);
        try {
            new DataCopy(data, copy).take();
            work.start(primary);
            work.awaitStream(scene.node());
            for (int turn = 0; turn < SEGMENTS; turn++) {
                work.turnWal(primary);
            }
            work.awaitReceive(scene.node());
            work.stop(primary, StopMode.IMMEDIATE);
            scene.tell(primary, "rm -rf " + data + "; cp -a " + copy + " " + data);
            new DataCopy(data, copy).putBack();
        } catch (IOException e) {
            throw LabException.of("could not copy the data of node " + primary + ": " + FailureReason.of(e));
        }
        work.start(primary);
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(scene.logSign("requested starting point \\S+ is ahead of the WAL flush position"
                + "|requested start point \\S+ on timeline \\d+ is ahead of the upstream"));
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).rebuild(scene.node());
    }
}
