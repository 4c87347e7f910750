package dev.pgduo.lab.os;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs lines of the nodes' operating-system prompts. */
public final class OsLines {
    private final OsLab lab;

    public OsLines(OsLab lab) {
        this.lab = lab;
    }

    /** {@link #run(NodeName, String, Map, Consumer)} for a caller that waits for the end. */
    public OsResult run(NodeName node, String line, Map<String, String> variables) {
        return run(node, line, variables, output -> {});
    }

    /**
     * Runs one line. A command of the server that fails is an output with an exit code, as a shell shows it.
     *
     * @param variables PGDATA and HOME as the transcript shows them
     * @param listener is told the output of a program in the real shell while it comes, which the result has too; any thread
     * @throws LabException when the line would change something outside the lab
     */
    public OsResult run(NodeName node, String line, Map<String, String> variables, Consumer<String> listener) {
        OsAction action = OsLine.read(line, variables);
        if (!action.replacesData()) {
            lab.initialised(node);
        }
        try {
            return action.accept(new OsPrompt(lab, node, listener));
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
