package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/**
 * A precondition of a command on a node, checked before it changes anything.
 *
 * @param lab the lab of the node
 */
public record NodeNeed(Lab lab) {
    /**
     * Requires that the node runs.
     *
     * @param purpose the words after "could not" in the message, such as {@code rewind node a}
     * @throws LabException with the next step as HINT when the node does not run
     */
    public void running(NodeName node, String purpose) {
        NodeState state = lab.node(node).status();
        if (!state.status().running()) {
            throw new LabException(ErrorReport.error("could not " + purpose + ": node " + node + " is not running")
                    .hint(NextStep.toRun(node, state)));
        }
    }
}
