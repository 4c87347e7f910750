package dev.pgduo.shell.lab;

import dev.pgduo.cluster.backup.BackupProgress;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.kept.KeptCopy;
import java.util.function.Consumer;

/**
 * Prints each step of a longer operation when it begins, its output when it has ended, and the progress of a base backup.
 *
 * @param remarks receives remarks that are not part of a lab file
 */
record EchoSteps(CommandEcho echo, TransferProgress bar, Consumer<String> remarks) implements StandbySteps.Listener {
    private static final long KILOBYTE = 1024;

    @Override
    public void progress(BackupProgress progress) {
        bar.at("base backup", progress.doneKilobytes() * KILOBYTE, progress.totalKilobytes() * KILOBYTE);
    }

    @Override
    public void begins(NodeName node, String line) {
        bar.ended();
        echo.command(node, line);
    }

    @Override
    public void ended(NodeName node, PgCtlResult performed) {
        bar.ended();
        echo.output(performed);
    }

    @Override
    public void sql(NodeName node, String statement) {
        echo.sql(node, statement);
    }

    @Override
    public void kept(KeptCopy copy) {
        remark("the data that were there are kept: \"undo " + copy.name() + "\" restores them");
    }

    @Override
    public void remark(String text) {
        bar.ended();
        remarks.accept(text);
    }
}
