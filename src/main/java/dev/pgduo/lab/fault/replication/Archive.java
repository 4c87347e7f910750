package dev.pgduo.lab.fault.replication;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.util.Optional;

/**
 * An archive command that does not archive.
 *
 * @param command the archive_command of the fault
 * @param lies whether the command reports success
 */
record Archive(FaultCard card, String command, boolean lies) implements Fault {
    private static final String MODE = "archive_mode";
    private static final String BEFORE = "archived";
    private static final String ARCHIVED = "select archived_count from pg_stat_archiver";

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        boolean on = !scene.ask(scene.node(), "show " + MODE).equals("off");
        work.set(scene.node(), "archive_command", command);
        if (on) {
            work.reload(scene.node());
        } else {
            work.set(scene.node(), MODE, "on");
            work.restart(scene.node());
        }
        scene.note(BEFORE, scene.ask(scene.node(), ARCHIVED));
        scene.execute(
                scene.node(),
                "select txid_current(), " + scene.lab().capabilities().walFunction("pg_switch_wal") + "()");
    }

    @Override
    public Evidence evidence(Scene scene) {
        return lies
                ? Evidence.of(new Sign("a segment that counts as archived", () -> archived(scene)))
                : Evidence.of(
                        scene.logSign("archive command failed with exit code 1"),
                        scene.answerSign(
                                scene.node(),
                                "select failed_count > 0 from pg_stat_archiver",
                                "t",
                                "failed_count of pg_stat_archiver grows"));
    }

    private static Optional<String> archived(Scene scene) {
        try {
            long before = Long.parseLong(scene.note(BEFORE).orElse("0"));
            return Long.parseLong(scene.ask(scene.node(), ARCHIVED)) > before
                    ? Optional.of("pg_stat_archiver counts "
                            + scene.ask(scene.node(), "select last_archived_wal from pg_stat_archiver")
                            + " as archived, and archive_command is "
                            + scene.ask(scene.node(), "show archive_command") + ": there is no copy")
                    : Optional.empty();
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.start(scene.node());
        work.putBack(scene.node());
        if (scene.note("setting." + scene.node() + "." + MODE).isPresent()) {
            work.restart(scene.node());
        } else {
            work.reload(scene.node());
        }
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.answers(scene.node(), "select current_setting('archive_command') <> '" + command + "'", "t");
    }
}
