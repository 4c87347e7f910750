package dev.pgduo.shell.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.shell.lab.SessionNodes;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleGutterTest {
    private static final String FIRST = "    ";
    private static final String THIRD = "    ||    ";

    private final SessionNodes sessions = new SessionNodes();
    private final RoleGutter gutter = new RoleGutter(
            () -> Map.of(NodeName.A, NodeStatus.RUNNING_PRIMARY, NodeName.B, NodeStatus.RUNNING_STANDBY), sessions);

    @Test
    void hasTheColourOfTheNodeThatThePaneIsOn() {
        sessions.isOn(FIRST, NodeName.A);
        sessions.isOn(THIRD, NodeName.A);
        assertThat(gutter.apply(FIRST)).isEqualTo("\u001b[42m \u001b[0m   ");
        assertThat(gutter.apply(THIRD)).isEqualTo("\u001b[42m \u001b[0m   ||    ");
        sessions.isOn(THIRD, NodeName.B);
        assertThat(gutter.apply(THIRD)).isEqualTo("\u001b[44m \u001b[0m   ||    ");
    }

    @Test
    void hasNoneForAPaneOnNoNode() {
        assertThat(gutter.apply(THIRD)).isEqualTo(THIRD);
        sessions.isOn(THIRD, NodeName.A);
        sessions.left(THIRD);
        assertThat(gutter.apply(THIRD)).isEqualTo(THIRD);
    }

    /** Whatever the panes did and the nodes are: one blank is painted, in the role's colour, and the margin is still the same text. */
    @Test
    void paintsOneBlankOfAnyMargin() {
        for (NodeStatus a : NodeStatus.values()) {
            for (NodeStatus b : NodeStatus.values()) {
                agreesWithWhatThePanesSaid(Map.of(NodeName.A, a, NodeName.B, b));
            }
        }
    }

    private static void agreesWithWhatThePanesSaid(Map<NodeName, NodeStatus> roles) {
        Random random = new Random(roles.hashCode());
        SessionNodes panes = new SessionNodes();
        RoleGutter gutter = new RoleGutter(() -> roles, panes);
        Map<String, NodeName> on = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String margin = TranscriptBuilder.prefix(1 + random.nextInt(5)).text();
            NodeName node = random.nextBoolean() ? NodeName.A : NodeName.B;
            if (random.nextInt(3) == 0) {
                panes.left(margin);
                on.remove(margin);
            } else {
                panes.isOn(margin, node);
                on.put(margin, node);
            }
            String painted = gutter.apply(margin);
            assertThat(painted.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(margin);
            assertThat(painted.replaceFirst(" .*", "")).isEqualTo(colour(on.get(margin), roles));
        }
    }

    private static String colour(@Nullable NodeName node, Map<NodeName, NodeStatus> roles) {
        NodeStatus role = node == null ? NodeStatus.STOPPED : roles.get(node);
        return role == NodeStatus.RUNNING_PRIMARY
                ? "\u001b[42m"
                : role == NodeStatus.RUNNING_STANDBY ? "\u001b[44m" : "";
    }

    @Test
    void asksForNobodysMarginNothing() {
        RoleGutter unasked = new RoleGutter(
                () -> {
                    throw new AssertionError();
                },
                sessions);
        assertThat(unasked.apply(THIRD)).isEqualTo(THIRD);
    }
}
