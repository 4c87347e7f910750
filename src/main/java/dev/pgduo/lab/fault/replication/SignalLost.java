package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A standby is started without its signal file, and becomes a second primary on the same timeline. */
record SignalLost(FaultCard card) implements PairFault {
    private static final String TABLE = "pgduo_split";

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        Path file = scene.server()
                .layout()
                .data()
                .resolve(scene.lab().capabilities().standbyFile());
        scene.tell("rm " + OsCommand.quote(file.toString()));
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw LabException.of("could not remove file \"" + file + "\": " + FailureReason.of(e));
        }
        work.start(scene.node());
        scene.execute(scene.node(), "create table " + TABLE + "(id int)");
        scene.execute(scene.node(), "insert into " + TABLE + " values (1)");
    }

    @Override
    public Evidence evidence(Scene scene) {
        String primary = "select pg_is_in_recovery()";
        return Evidence.of(
                scene.answerSign(scene.node(), primary, "f", "pg_is_in_recovery() is f"),
                scene.answerSign(scene.other(), primary, "f", "pg_is_in_recovery() is f"),
                scene.answerSign(
                        scene.node(),
                        "select count(*) from " + TABLE,
                        "1",
                        "it has taken a write that the other one has not"),
                sameTimeline(scene));
    }

    /** The timeline is that of what is written: pg_control has the one of the last checkpoint, which comes late after a promotion. */
    private static Sign sameTimeline(Scene scene) {
        Capabilities server = scene.lab().capabilities();
        String question = "select substr(" + server.walFunction("pg_walfile_name") + "("
                + server.walFunction("pg_current_wal_lsn") + "()), 1, 8)";
        String words = "both are on the same timeline";
        return new Sign(
                words,
                () -> scene.answer(scene.node(), question)
                        .filter(mine -> scene.answer(scene.other(), question).equals(Optional.of(mine)))
                        .map(mine -> words));
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).renew(scene.node());
    }
}
