package dev.pgduo.lab.os;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs lines of the nodes' operating-system prompts. */
public final class OsLines {
    private final OsLab lab;

    public OsLines(OsLab lab) {
        this.lab = lab;
    }

    /**
     * Runs one line. A command of the server that fails is an output with an exit code, as a shell shows it.
     *
     * @param variables PGDATA and HOME as the transcript shows them
     * @throws LabException when the line would change something outside the lab
     */
    public OsResult run(NodeName node, String line, Map<String, String> variables) {
        OsAction action = OsLine.read(line, variables);
        if (!action.replacesData()) {
            lab.initialised(node);
        }
        try {
            return action.accept(new OsPrompt(lab, node));
        } catch (LabException e) {
            if (!action.isProgram()) {
                throw e;
            }
            return new OsResult(lab.naming().toShown(words(e)), 1, Set.of(), Optional.empty());
        }
    }

    private static List<String> words(LabException e) {
        return e.said().isEmpty() ? e.report().lines() : e.said();
    }
}
