package dev.pgduo.lab.fault.storage;

import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table on the primary in which faults of storage are shown. */
final class DamagedTable {
    static final String NAME = "pgduo_damaged";

    private DamagedTable() {}

    /** Makes the table, some pages long, and writes it to disk by a checkpoint. */
    static void make(Scene scene) {
        drop(scene);
        scene.execute(scene.node(), "create table " + NAME + " as select generate_series(1, 1000) as id");
        scene.execute(scene.node(), "checkpoint");
    }

    static void drop(Scene scene) {
        ShownTable.of(scene, NAME).drop();
    }

    static Path file(Scene scene) {
        return scene.server()
                .layout()
                .data()
                .resolve(scene.ask(scene.node(), "select pg_relation_filepath('" + NAME + "')"));
    }

    /** A sign that a new session gets an error which matches. */
    static Sign error(Scene scene, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Sign("an error that matches \"" + regex + "\"", () -> {
            try (Probe probe = scene.lab().probe(scene.node())) {
                probe.rows("select count(*) from " + NAME);
                return Optional.empty();
            } catch (LabException e) {
                String message = e.report().message();
                return pattern.matcher(message).find()
                        ? Optional.of("select count(*) from " + NAME + ": ERROR:  " + message)
                        : Optional.empty();
            }
        });
    }

    static boolean gone(Scene scene) {
        return ShownTable.of(scene, NAME).gone();
    }
}
