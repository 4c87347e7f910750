package dev.pgduo.lab.conf;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.List;

/** A configuration file of a node that is edited as a whole. Reads and writes the file at each call. */
public interface WholeFile {
    /** The names of the files that can be edited. */
    List<String> NAMES = List.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "recovery.conf");

    /**
     * Finds a file of a node.
     *
     * @param name one of {@link #NAMES}
     * @throws dev.pgduo.report.LabException when there is no such file, or the node has none yet
     */
    static WholeFile of(Lab lab, NodeName node, String name) {
        return name.equals("pg_hba.conf") ? new WholeHba(lab, node) : new WholeConf(lab, node, name);
    }

    /** What has to happen before a change takes effect. */
    enum Need {
        /** Nothing: no setting or rule was changed. */
        NOTHING,
        /** The next start: the node does not run. */
        START,
        RELOAD,
        RESTART
    }

    /**
     * The result of a change.
     *
     * @param remarks phrases: what was changed, when it takes effect, and what overrides it
     */
    record Effect(Need need, List<String> remarks) {
        public Effect {
            remarks = List.copyOf(remarks);
        }
    }

    Path path();

    /** The file's present text; empty when there is no file. */
    String text();

    /**
     * Replaces the file by a new text, or leaves it as it is.
     *
     * @return the errors for which the server would refuse the text, with line numbers; the old text is back in place then
     * @throws dev.pgduo.report.LabException when the file cannot be written or checked; the old text is back in place then
     */
    List<ErrorReport> replace(String text);

    /** The effect of the change from a former text to the present one. */
    Effect effect(String before);

    /** The shell command that changes the first text into the second; empty when they are the same. */
    default String command(String before, String after) {
        return EditCommand.between(before, after).line(path());
    }
}
