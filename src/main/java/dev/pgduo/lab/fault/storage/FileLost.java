package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table's file is missing. */
record FileLost(FaultCard card) implements Fault {
    private static final String FILE = "file";
    private static final String AWAY = ".lost";

    @Override
    public void inject(Scene scene) {
        DamagedTable.make(scene);
        Path file = DamagedTable.file(scene);
        scene.note(FILE, file.toString());
        move(scene, file, away(file));
    }

    /** The path to which the file is renamed: beside the old one, as a rename stays within a file system. */
    private static Path away(Path file) {
        return file.resolveSibling(file.getFileName() + AWAY);
    }

    private static void move(Scene scene, Path from, Path to) {
        scene.tell("mv " + OsCommand.quote(from.toString()) + " " + OsCommand.quote(to.toString()));
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw LabException.of("could not rename file \"" + from + "\": " + FailureReason.of(e));
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(DamagedTable.error(scene, "could not open file \"base/.*\": No such file or directory"));
    }

    @Override
    public void heal(Scene scene) {
        scene.note(FILE).map(Path::of).ifPresent(file -> {
            if (Files.exists(away(file)) && !Files.exists(file)) {
                move(scene, away(file), file);
            }
        });
        new PairWork(scene).revive(scene.node());
        DamagedTable.drop(scene);
    }

    @Override
    public boolean healed(Scene scene) {
        return DamagedTable.gone(scene);
    }
}
