package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import java.nio.file.Path;

/** A rule of the primary's pg_hba.conf keeps its standby out. */
record HbaRejects(FaultCard card) implements Fault {
    private static final String RULE = "host replication all 127.0.0.1/32 reject # fault hba-rejects";
    private static final String LINE = RULE + "\n";

    @Override
    public boolean needsStream() {
        return true;
    }

    @Override
    public void inject(Scene scene) {
        NodeName primary = scene.other();
        scene.tell(
                primary,
                "sed -i '1i " + RULE + "' " + OsCommand.quote(file(scene).toString()));
        edit(scene, LINE);
        new PairWork(scene).reload(primary);
        scene.execute(primary, "select pg_terminate_backend(pid) from pg_stat_replication");
    }

    private static Path file(Scene scene) {
        return scene.lab().node(scene.other()).layout().data().resolve("pg_hba.conf");
    }

    private static void edit(Scene scene, String first) {
        Node primary = scene.lab().node(scene.other());
        new SettingsFile(file(scene), primary.settings().runAs()).edit(text -> first + text.replace(LINE, ""));
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign("pg_hba.conf rejects replication connection"),
                scene.answerSign(
                        scene.other(),
                        "select count(*) from pg_stat_replication",
                        "0",
                        "no row in pg_stat_replication"));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        scene.tell(
                scene.other(),
                "sed -i '/# fault hba-rejects/d' " + OsCommand.quote(file(scene).toString()));
        edit(scene, "");
        work.start(scene.other());
        work.reload(scene.other());
        work.start(scene.node());
        work.awaitStream(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
