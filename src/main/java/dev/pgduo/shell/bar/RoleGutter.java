package dev.pgduo.shell.bar;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.shell.lab.CurrentLab;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Paints the first column of a session's margin in the colour of its node's role, the bar's: green for a primary, blue for a
 * standby. It is a background behind a blank, so that it is seen on any background and copied as a blank.
 */
public final class RoleGutter implements UnaryOperator<String> {
    private static final Map<NodeStatus, String> COLOURS =
            Map.of(NodeStatus.RUNNING_PRIMARY, "42", NodeStatus.RUNNING_STANDBY, "44");
    private static final long FRESH_NANOS = 200_000_000L;

    private final CurrentLab current;
    private Roles roles = new Roles(Map.of(), Long.MIN_VALUE);

    private record Roles(Map<NodeName, NodeStatus> status, long until) {}

    public RoleGutter(CurrentLab current) {
        this.current = current;
    }

    @Override
    public String apply(String margin) {
        NodeStatus status = roles().get(node(margin));
        String colour = status == null ? null : COLOURS.get(status);
        return colour == null
                ? margin
                : "\u001b[" + colour + "m" + margin.charAt(0) + "\u001b[0m" + margin.substring(1);
    }

    /** The session's number is that of its bars plus one; all but the first are the second node's. */
    private static NodeName node(String margin) {
        return margin.indexOf('|') < 0 ? NodeName.A : NodeName.B;
    }

    /** The nodes' roles, by their files: quick, and right also while a server does not answer. */
    private synchronized Map<NodeName, NodeStatus> roles() {
        long now = System.nanoTime();
        if (now - roles.until() > 0 || roles.status().isEmpty()) {
            Map<NodeName, NodeStatus> seen =
                    current.opened().map(RoleGutter::look).orElse(Map.of());
            roles = new Roles(seen, now + FRESH_NANOS);
        }
        return roles.status();
    }

    private static Map<NodeName, NodeStatus> look(Lab lab) {
        return Map.of(
                NodeName.A, lab.node(NodeName.A).status().status(),
                NodeName.B, lab.node(NodeName.B).status().status());
    }
}
