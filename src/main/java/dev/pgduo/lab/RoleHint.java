package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A HINT for the case that no node is a running primary, or none a running standby: the commands that lead there.
 *
 * @param lab the lab of the nodes
 */
public record RoleHint(Lab lab) {
    public String toHave(NodeStatus role) {
        boolean primary = role == NodeStatus.RUNNING_PRIMARY;
        NodeStatus opposite = primary ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
        Optional<NodeName> there = lab.withRole(opposite);
        if (there.isEmpty()) {
            return "No node runs; \"up\" starts the pair, and \"status\" shows what the nodes are.";
        }
        NodeName missing = there.get().other();
        NodeState state = lab.node(missing).status();
        if (state.status() == opposite) {
            return "Both nodes are running " + (primary ? "standbys" : "primaries") + "; \"status\" shows what to do.";
        }
        if (primary) {
            return NextStep.toRun(missing, state) + " Or make node " + there.get() + " the primary: \"promote "
                    + there.get() + "\".";
        }
        return isStandby(missing) && state.status() != NodeStatus.DAMAGED
                ? String.valueOf(NextStep.toRun(missing, state))
                : "Node " + missing + " is " + state.status() + " and no standby; \"up\" makes it one.";
    }

    private boolean isStandby(NodeName node) {
        return Files.exists(
                lab.node(node).layout().data().resolve(lab.capabilities().standbyFile()));
    }
}
