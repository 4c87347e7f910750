package dev.pgduo.lab.conf;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.List;

/** A configuration file of a node that is edited as a whole. Reads and writes the file at each call. */
public interface WholeFile {
    /** The files that can be edited. */
    List<String> NAMES = List.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "recovery.conf");

    /**
     * A file of a node.
     *
     * @param name one of {@link #NAMES}
     * @throws dev.pgduo.report.LabException when there is no such file, or the node has none yet
     */
    static WholeFile of(Lab lab, NodeName node, String name) {
        return name.equals("pg_hba.conf") ? new WholeHba(lab, node) : new WholeConf(lab, node, name);
    }

    /** What makes a change count. */
    enum Need {
        /** Nothing was changed that counts. */
        NOTHING,
        /** The node does not run: its next start. */
        START,
        RELOAD,
        RESTART
    }

    /**
     * What came of a change.
     *
     * @param remarks phrases: what was changed, when it counts, what wins over it
     */
    record Effect(Need need, List<String> remarks) {
        public Effect {
            remarks = List.copyOf(remarks);
        }
    }

    Path path();

    /** The text in place; empty when there is no file. */
    String text();

    /**
     * Puts a text in place, at once or not at all.
     *
     * @return why the server would refuse it, in its words and with lines; the old text is in place then
     * @throws dev.pgduo.report.LabException when it cannot be written or checked; the old text is in place then too
     */
    List<ErrorReport> replace(String text);

    /** What came of the change from a text to the one in place. */
    Effect effect(String before);

    /** The shell line that does what the change from a text to another did; empty when they are the same. */
    default String command(String before, String after) {
        return EditCommand.between(before, after).line(path());
    }
}
