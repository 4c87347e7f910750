package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import java.nio.file.Path;

/**
 * A temporary rule for the standby before all others in the primary's pg_hba.conf, with a comment that names its fault.
 *
 * @param scene the context of a fault of the standby
 */
record HbaRule(Scene scene) {
    private String mark() {
        return " # fault " + scene.fault().name();
    }

    /** Adds the rule, and reloads the primary; streams that exist go on. */
    void add(String method) {
        String rule = "host replication all 127.0.0.1/32 " + method + mark();
        scene.tell(scene.other(), "sed -i '1i " + rule + "' " + OsCommand.quote(file().toString()));
        edit(rule + "\n");
        new PairWork(scene).reload(scene.other());
    }

    /** Removes the rule; starts the primary if it does not run. */
    void remove() {
        PairWork work = new PairWork(scene);
        scene.tell(scene.other(), "sed -i '/" + mark().strip() + "/d' " + OsCommand.quote(file().toString()));
        edit("");
        work.start(scene.other());
        work.reload(scene.other());
    }

    private Path file() {
        return scene.lab().node(scene.other()).layout().data().resolve("pg_hba.conf");
    }

    private void edit(String first) {
        Node primary = scene.lab().node(scene.other());
        new SettingsFile(file(), primary.settings().runAs())
                .edit(text -> first + text.replaceAll("(?m)^.*" + mark() + "\n", ""));
    }
}
