package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.SessionNodes;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Paints the first column of a session's margin in the colour of its node's role, the bar's: green for a primary, blue for a
 * standby. It is the background colour of a blank, so that it can be seen on any terminal and is copied as a blank.
 */
public final class RoleGutter implements UnaryOperator<String> {
    private static final Map<NodeStatus, String> COLOURS =
            Map.of(NodeStatus.RUNNING_PRIMARY, "42", NodeStatus.RUNNING_STANDBY, "44");
    private static final long FRESH_NANOS = 200_000_000L;

    private final Supplier<Map<NodeName, NodeStatus>> look;
    private final SessionNodes sessions;
    private Roles roles = new Roles(Map.of(), Long.MIN_VALUE);

    private record Roles(Map<NodeName, NodeStatus> status, long until) {}

    /** The painter for the sessions of the current lab. */
    public RoleGutter(CurrentLab current) {
        this(() -> current.opened().map(RoleGutter::look).orElse(Map.of()), current.sessions());
    }

    /** A painter with other sources for the nodes' roles and the sessions' nodes. */
    RoleGutter(Supplier<Map<NodeName, NodeStatus>> look, SessionNodes sessions) {
        this.look = look;
        this.sessions = sessions;
    }

    @Override
    public String apply(String margin) {
        return sessions.of(margin)
                .map(node -> roles().get(node))
                .map(COLOURS::get)
                .map(colour -> "\u001b[" + colour + "m" + margin.charAt(0) + "\u001b[0m" + margin.substring(1))
                .orElse(margin);
    }

    /** The nodes' roles according to their files, which is fast and works while a server does not answer. */
    private synchronized Map<NodeName, NodeStatus> roles() {
        long now = System.nanoTime();
        if (now - roles.until() > 0 || roles.status().isEmpty()) {
            roles = new Roles(look.get(), now + FRESH_NANOS);
        }
        return roles.status();
    }

    private static Map<NodeName, NodeStatus> look(Lab lab) {
        return Map.of(
                NodeName.A, lab.node(NodeName.A).status().status(),
                NodeName.B, lab.node(NodeName.B).status().status());
    }
}
