package dev.pgduo.shell.lab;

import dev.pgduo.cluster.BackupProgress;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.lab.PairUp;

/** Shows each step of a longer piece of work as it is done, and how far a base backup is. */
record EchoSteps(Echo echo, TransferProgress bar) implements PairUp.Listener {
    private static final long KILOBYTE = 1024;

    @Override
    public void progress(BackupProgress progress) {
        bar.at("base backup", progress.doneKilobytes() * KILOBYTE, progress.totalKilobytes() * KILOBYTE);
    }

    @Override
    public void performed(NodeName node, Performed performed) {
        bar.ended();
        echo.show(node, performed);
    }

    @Override
    public void sql(NodeName node, String statement) {
        echo.sql(node, statement);
    }
}
