package dev.pgduo.lab.fault.replication;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;

/** The standby receives WAL and does not replay it. */
record ReplayPaused(FaultCard card) implements Fault {
    @Override
    public boolean needsStream() {
        return true;
    }

    private static String function(Scene scene, String name) {
        return "select " + scene.lab().capabilities().walFunction(name) + "()";
    }

    @Override
    public void inject(Scene scene) {
        scene.execute(scene.node(), function(scene, "pg_wal_replay_pause"));
        scene.execute(scene.other(), "select txid_current()");
    }

    @Override
    public Evidence evidence(Scene scene) {
        Capabilities server = scene.lab().capabilities();
        return Evidence.of(
                scene.answerSign(scene.node(), function(scene, "pg_is_wal_replay_paused"), "t", "replay is paused"),
                scene.answerSign(
                        scene.node(),
                        "select " + server.walFunction("pg_last_wal_receive_lsn") + "() > "
                                + server.walFunction("pg_last_wal_replay_lsn") + "()",
                        "t",
                        "more is received than replayed"));
    }

    @Override
    public void heal(Scene scene) {
        if (scene.lab().node(scene.node()).status().status().running() && paused(scene)) {
            scene.execute(scene.node(), function(scene, "pg_wal_replay_resume"));
        }
    }

    private static boolean paused(Scene scene) {
        return scene.ask(scene.node(), "select pg_is_in_recovery()").equals("t")
                && scene.ask(scene.node(), function(scene, "pg_is_wal_replay_paused"))
                        .equals("t");
    }

    @Override
    public boolean healed(Scene scene) {
        try {
            return !scene.lab().node(scene.node()).status().status().running() || !paused(scene);
        } catch (LabException e) {
            return false;
        }
    }
}
