package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standby has a password that its primary refuses; the primary is made to ask for one. */
record PasswordWrong(FaultCard card) implements PairFault {
    private static final String CONNINFO = "primary_conninfo";

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        new HbaRule(scene).add(scene.lab().node(scene.other()).settings().passwordMethod());
        work.set(scene.node(), CONNINFO, conninfo(scene) + " password=wrong");
        apply(scene, work);
        scene.execute(scene.other(), "select pg_terminate_backend(pid) from pg_stat_replication");
    }

    private static String conninfo(Scene scene) {
        Path file = scene.server()
                .layout()
                .data()
                .resolve(scene.lab().capabilities().recoverySettingsFile());
        try {
            return ConfFile.parse(Files.readString(file), file.toString())
                    .value(CONNINFO)
                    .orElse("")
                    .replaceAll("(^| )password=\\S+", "");
        } catch (IOException e) {
            throw LabException.of("could not read file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    /** Makes the standby use the changed file; servers before 13 read it only when they start. */
    private static void apply(Scene scene, PairWork work) {
        if (scene.lab().capabilities().has(Feature.CONNINFO_RELOAD)) {
            work.reload(scene.node());
        } else {
            work.restart(scene.node());
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        String failed = "password authentication failed for user";
        return Evidence.of(scene.logSign(failed), scene.logSign(scene.other(), failed));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        new HbaRule(scene).remove();
        work.start(scene.node());
        if (work.putBack(scene.node())) {
            apply(scene, work);
        }
        work.awaitStream(scene.node());
    }
}
