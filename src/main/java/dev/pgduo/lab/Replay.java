package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.report.LabException;

/** The replay of WAL on a standby, which can be paused. */
public final class Replay {
    private final Lab lab;

    public Replay(Lab lab) {
        this.lab = lab;
    }

    /** Pauses replay; returns the statement that was executed. */
    public String pause(NodeName node) {
        return run(node, "pause");
    }

    /** Resumes replay; returns the statement that was executed. */
    public String resume(NodeName node) {
        return run(node, "resume");
    }

    private String run(NodeName node, String verb) {
        if (lab.node(node).status().status() == NodeStatus.RUNNING_PRIMARY) {
            NodeName other = node.other();
            throw LabException.of(
                    "recovery is not in progress",
                    "Node " + node + " is a primary and replays nothing; "
                            + (lab.node(other).status().status() == NodeStatus.RUNNING_STANDBY
                                    ? "its standby does: \"wal " + verb + " " + other + "\"."
                                    : "\"up\" gives it a standby."));
        }
        String statement = "select " + lab.capabilities().walFunction("pg_wal_replay_" + verb) + "();";
        lab.query(node).ask(statement);
        return statement;
    }
}
