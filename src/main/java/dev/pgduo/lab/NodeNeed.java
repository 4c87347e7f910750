package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/**
 * A precondition of a command on a node, checked before it changes anything.
 *
 * @param lab whose nodes
 */
public record NodeNeed(Lab lab) {
    /**
     * The node runs.
     *
     * @param purpose what follows "could not", such as {@code rewind node a}
     * @throws LabException with the next step when it does not
     */
    public void running(NodeName node, String purpose) {
        NodeState state = lab.node(node).status();
        if (!state.status().running()) {
            throw new LabException(ErrorReport.error("could not " + purpose + ": node " + node + " is not running")
                    .hint(NextStep.toRun(node, state)));
        }
    }
}
