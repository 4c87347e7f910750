package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The file system of a tablespace is full. Both nodes have it at the same path: the primary runs in a mount namespace in which
 * this is the small file system; for the standby it is the disk.
 */
record TablespaceFull(FaultCard card) implements FullDisk {
    private static final long SIZE = 8L << 20;

    @Override
    public String nearest() {
        return "A sort in a session with temp_file_limit = '1MB' is most similar: its statement fails, and the server"
                + " goes on.";
    }

    private static Path location(Scene scene) {
        return scene.server().layout().root().resolve("tablespace");
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        Path location = location(scene);
        work.stop(scene.node(), StopMode.FAST);
        try {
            PrivateFiles.directory(location);
        } catch (IOException e) {
            throw LabException.of("could not create directory \"" + location + "\": " + FailureReason.of(e));
        }
        scene.server().settings().runAs().own(location);
        FullDisk.mount(scene, location, SIZE);
        work.start(scene.node());
        scene.execute(
                scene.node(),
                "create tablespace " + NAME + " location '"
                        + location.toString().replace("'", "''") + "'");
        scene.execute(scene.node(), "create table " + NAME + "(t text) tablespace " + NAME);
        scene.execute(scene.node(), "insert into " + NAME + " values ('before')");
        FullDisk.fails(scene, "insert into " + NAME + " select repeat('x', 1000) from generate_series(1, 20000)");
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign("ERROR:  could not (extend|write to) file \"pg_tblspc/.*No space left on device"),
                scene.answerSign(
                        scene.node(),
                        "select string_agg(t, ',') from " + NAME,
                        "before",
                        "the server goes on, and has what was committed before"));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.revive(scene.node());
        work.awaitAnyStream(scene.node());
        ShownTable.of(scene, NAME).drop();
        scene.execute(scene.primary(scene.node()), "drop tablespace if exists " + NAME);
        if (scene.server().mount().mounted().isPresent()) {
            work.stop(scene.node(), StopMode.FAST);
        }
        FullDisk.unmount(scene);
        work.awaitAnyStream(scene.node());
        Path location = location(scene);
        scene.tell("rm -rf " + OsCommand.quote(location.toString()));
        FileTree.remove(location);
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.server().mount().mounted().isEmpty()
                && scene.answers(
                        scene.primary(scene.node()),
                        "select count(*) from pg_tablespace where spcname = '" + NAME + "'",
                        "0");
    }
}
