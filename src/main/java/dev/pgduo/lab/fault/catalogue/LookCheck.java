package dev.pgduo.lab.fault.catalogue;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks that a lesson's queries return the given answers while the fault is active. A node that is down or frozen is not
 * asked.
 *
 * @param on the node to which the fault applies
 */
record LookCheck(Lab lab, NodeName on) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The first query with another answer, and that answer; empty when all answers are as expected. */
    String wrong(Lesson lesson) {
        return lesson.looks(lab.binaries().version()).stream()
                .map(look -> node(look.where()).map(node -> wrong(look, node)).orElse(""))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Optional<NodeName> node(Look.Where where) {
        Optional<NodeName> node = switch (where) {
            case PRIMARY -> lab.withRole(NodeStatus.RUNNING_PRIMARY);
            case STANDBY -> lab.withRole(NodeStatus.RUNNING_STANDBY);
            case NODE -> Optional.of(on);
        };
        return node.filter(this::answers);
    }

    private boolean answers(NodeName node) {
        OptionalLong postmaster = lab.node(node).status().pid();
        return postmaster.isPresent() && !new OsProcess(postmaster.getAsLong()).stopped();
    }

    private String wrong(Look look, NodeName node) {
        String[] shown = {""};
        boolean right = Wait.to("see what a query shows", PATIENCE).comesTrue(() -> {
            shown[0] = ask(look, node);
            return right(look, shown[0]);
        });
        return right ? "" : "node " + node + ": " + look.query() + " shows " + shown[0] + ", not " + look.answer();
    }

    private static boolean right(Look look, String shown) {
        boolean failed = shown.startsWith(Look.ERROR);
        if (look.described()) {
            return !failed;
        }
        return look.answer().equals(Look.ERROR) ? failed : shown.equals(look.answer());
    }

    private String ask(Look look, NodeName node) {
        try {
            return lab.query(node).ask(look.query());
        } catch (LabException e) {
            return Look.ERROR + ": " + e.report().message();
        }
    }
}
