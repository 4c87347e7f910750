package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standby has a password that its primary, which asks for one, does not take. */
record PasswordWrong(FaultCard card) implements Fault {
    private static final String CONNINFO = "primary_conninfo";
    private static final String MARK = " # fault password-wrong\n";

    @Override
    public boolean needsStream() {
        return true;
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        Node asked = scene.lab().node(primary);
        String rule = "host replication all 127.0.0.1/32 " + asked.settings().passwordMethod() + MARK;
        scene.tell(
                primary,
                "sed -i '1i " + rule.strip() + "' " + OsCommand.quote(hba(scene).toString()));
        edit(scene, rule);
        work.reload(primary);
        work.set(scene.node(), CONNINFO, conninfo(scene) + " password=wrong");
        apply(scene, work);
        scene.execute(primary, "select pg_terminate_backend(pid) from pg_stat_replication");
    }

    private static Path hba(Scene scene) {
        return scene.lab().node(scene.other()).layout().data().resolve("pg_hba.conf");
    }

    private static void edit(Scene scene, String first) {
        Node primary = scene.lab().node(scene.other());
        new SettingsFile(hba(scene), primary.settings().runAs())
                .edit(text -> first + text.replaceAll("(?m)^.*" + MARK, ""));
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

    /** Servers before 13 read it at their start only. */
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
        scene.tell(
                scene.other(),
                "sed -i '/# fault password-wrong/d' "
                        + OsCommand.quote(hba(scene).toString()));
        edit(scene, "");
        work.start(scene.other());
        work.reload(scene.other());
        work.start(scene.node());
        if (work.putBack(scene.node())) {
            apply(scene, work);
        }
        work.awaitStream(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
