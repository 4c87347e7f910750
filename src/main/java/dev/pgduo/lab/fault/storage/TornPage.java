package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.rewind.CrashRecovery;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The power fails while a page is written, so that its first half is new and its second half old. The new half comes from a
 * copy of the crashed cluster after recovery; what the server makes of the torn page depends on full_page_writes.
 */
record TornPage(FaultCard card) implements Fault {
    /** The name of the argument and of the setting. */
    static final String SETTING = "full_page_writes";

    private static final int PAGE = 8192;
    private static final int HALF = PAGE / 2;
    private static final int ROWS = 60;
    private static final int CHANGED = 10;
    private static final String COUNT = "select count(t) from " + DamagedTable.NAME;
    private static final String TWICE =
            "select count(*) from (select 1 from " + DamagedTable.NAME + " group by id + 0 having count(t) > 1) twice";

    @Override
    public List<Map<String, String>> variants() {
        return List.of(Map.of(SETTING, "off"), Map.of(SETTING, "on"));
    }

    @Override
    public void inject(Scene scene) {
        boolean on = on(scene);
        requireNoTablespace(scene);
        PairWork work = new PairWork(scene);
        if (!scene.answers(scene.node(), "show " + SETTING, on ? "on" : "off")) {
            work.set(scene.node(), SETTING, on ? "on" : "off");
            work.reload(scene.node());
        }
        DamagedTable.drop(scene);
        fill(scene);
        Path file = DamagedTable.file(scene);
        DamagedFile page = new DamagedFile(file, 0);
        byte[] old = page.read(PAGE);
        scene.execute(scene.node(), "update " + DamagedTable.NAME + " set t = upper(t) where id <= " + CHANGED);
        work.stop(scene.node(), StopMode.IMMEDIATE);
        byte[] torn = recovered(scene, file);
        System.arraycopy(old, HALF, torn, HALF, HALF);
        scene.tell("dd if=old_page of=" + OsCommand.quote(file.toString()) + " bs=" + HALF
                + " skip=1 seek=1 count=1 conv=notrunc");
        page.replace(scene, torn);
        work.tryStart(scene.node());
    }

    private static boolean on(Scene scene) {
        return switch (scene.value(SETTING)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new LabException(
                        ErrorReport.error("invalid value for " + SETTING + ": \"" + scene.value(SETTING) + "\"")
                                .detail("It is on or off."));
        };
    }

    /** Refuses tablespaces, because the copy would share them with the server. */
    private static void requireNoTablespace(Scene scene) {
        if (!scene.answers(scene.node(), "select count(*) from pg_tablespace", "2")) {
            throw LabException.of("cannot make a torn page: node " + scene.node() + " has tablespaces of its own");
        }
    }

    /** Fills one page and sets its hint bits, so that only the update is written about the page from then on. */
    private static void fill(Scene scene) {
        scene.execute(
                scene.node(),
                "create table " + DamagedTable.NAME + "(id int primary key, t text) with (autovacuum_enabled = off)");
        scene.execute(
                scene.node(),
                "insert into " + DamagedTable.NAME + " select id, repeat('x', 40) from generate_series(1, " + ROWS
                        + ") id");
        scene.execute(scene.node(), "vacuum freeze " + DamagedTable.NAME);
        scene.execute(scene.node(), "checkpoint");
        new Wait("see a checkpoint with the new " + SETTING, Deadline.DEFAULT, () -> "it has the old one").until(() -> {
            boolean counts = counts(scene);
            if (!counts) {
                scene.execute(scene.node(), "checkpoint");
            }
            return counts;
        });
    }

    /** Whether the reload has taken effect: the checkpointer sees it later than the sessions. */
    private static boolean counts(Scene scene) {
        return scene.server()
                .control()
                .filter(control -> (control.number("fullPageWrites") != 0) == on(scene))
                .isPresent();
    }

    /** The page as it should have been written, from the recovered copy. */
    private static byte[] recovered(Scene scene, Path file) {
        Path data = scene.server().layout().data();
        Path copy = scene.kept().resolve("data");
        scene.tell("cp -a " + OsCommand.quote(data.toString()) + " copy; postgres --single -D copy < /dev/null");
        try {
            FileTree.delete(copy);
            new DataCopy(data, copy).take();
            Files.deleteIfExists(copy.resolve("postmaster.pid"));
            scene.server().settings().runAs().own(scene.kept());
            new CrashRecovery(
                            scene.lab().binaries().require("postgres"),
                            Optional.empty(),
                            scene.server().settings().runAs())
                    .run(copy, line -> {}, line -> {});
            byte[] page = new DamagedFile(copy.resolve(data.relativize(file)), 0).read(PAGE);
            FileTree.delete(copy);
            return page;
        } catch (IOException e) {
            throw LabException.of("could not copy the data of node " + scene.node() + ": " + FailureReason.of(e));
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        Sign recovery = scene.logSign("automatic recovery in progress");
        Sign right = scene.answerSign(scene.node(), COUNT, Integer.toString(ROWS), "all " + ROWS + " rows, each once");
        Sign twice = new Sign("rows that are there twice", () -> twice(scene));
        Sign invalid = scene.logSign("FATAL:  invalid page in block 0 of relation");
        if (on(scene)) {
            return Evidence.of(recovery, right).not(twice, invalid);
        }
        return checksums(scene)
                ? Evidence.of(recovery, invalid, scene.goneSign()).not(right)
                : Evidence.of(recovery, twice).not(right, invalid);
    }

    private static boolean checksums(Scene scene) {
        return scene.server()
                .control()
                .filter(control -> control.number("data_checksum_version") != 0)
                .isPresent();
    }

    private static Optional<String> twice(Scene scene) {
        if (!scene.answers(scene.node(), TWICE, Integer.toString(CHANGED))) {
            return Optional.empty();
        }
        return Optional.of(scene.ask(scene.node(), COUNT) + " rows instead of " + ROWS + ": " + CHANGED
                + " primary keys are there twice");
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        if (scene.lab().node(scene.node()).status().pid().isEmpty()) {
            DamagedFile.repair(scene);
        }
        work.revive(scene.node());
        DamagedTable.drop(scene);
        if (work.putBack(scene.node())) {
            work.reload(scene.node());
        }
        work.awaitAnyStream(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return DamagedTable.gone(scene);
    }
}
