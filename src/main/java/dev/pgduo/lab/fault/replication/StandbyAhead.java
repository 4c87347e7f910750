package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;

/** The primary comes back with an older state of its files, and its standby has WAL that it never wrote. Constructed. */
record StandbyAhead(FaultCard card) implements Fault {
    private static final int SEGMENTS = 2;

    @Override
    public boolean needsStream() {
        return true;
    }

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
            awaitAll(scene, primary);
            work.stop(primary, StopMode.IMMEDIATE);
            scene.tell(primary, "rm -rf " + data + "; cp -a " + copy + " " + data);
            new DataCopy(data, copy).putBack();
        } catch (IOException e) {
            throw LabException.of("could not copy the data of node " + primary + ": " + FailureReason.of(e));
        }
        work.start(primary);
    }

    private static void awaitAll(Scene scene, NodeName primary) {
        String written =
                scene.ask(primary, "select " + scene.lab().capabilities().walFunction("pg_current_wal_lsn") + "()");
        String question = "select " + scene.lab().capabilities().walFunction("pg_last_wal_receive_lsn") + "() >= '"
                + written + "'";
        new Wait("have node " + scene.node() + " receive " + written, Deadline.DEFAULT, () -> "less")
                .until(() -> scene.ask(scene.node(), question).equals("t"));
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

    @Override
    public boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
