package dev.pgduo.lab.pair;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.session.Probe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses a pair from both nodes' files, their servers and, where needed, their WAL. For one thread; each look opens
 * connections and closes them again.
 */
public final class PairCheck {
    /** How long a standby may take to connect after it or its primary was started. */
    private static final Duration CONNECTING = Duration.ofSeconds(1);

    private final Map<NodeName, Node> nodes;
    private final Function<NodeName, Probe> probes;
    private final OwnWork work;

    /**
     * A check of these nodes.
     *
     * @param nodes both
     * @param probes connections to their servers, with short timeouts
     */
    public PairCheck(Map<NodeName, Node> nodes, Function<NodeName, Probe> probes) {
        this.nodes = new EnumMap<>(nodes);
        this.probes = probes;
        this.work = new OwnWork(this.nodes);
    }

    /**
     * A diagnosis.
     *
     * @param picture the state of both nodes
     * @param obstacle why the standby does not stream, if known
     * @param verdict the verdict about the pair
     */
    public record Finding(PairPicture picture, Optional<Obstacle> obstacle, PairVerdict verdict) {
        /** The data that would be lost with a node; empty when the other node has all of them. */
        public Optional<String> loss(NodeName node) {
            return Loss.of(picture, node);
        }

        /** The data that would be lost if the data of these nodes were removed, by node; empty when nothing would be lost. */
        public Map<NodeName, String> losses(NodeName... nodes) {
            Map<NodeName, String> losses = new EnumMap<>(NodeName.class);
            for (NodeName node : nodes) {
                loss(node).ifPresent(loss -> losses.put(node, loss));
            }
            NodeName primary = picture.primary();
            // Data that both nodes have are lost when both are removed.
            if (losses.isEmpty()
                    && Set.of(nodes).size() > 1
                    && !picture.of(primary).blank()) {
                losses.put(primary, "holds what goes with node " + primary.other() + " too");
            }
            return losses;
        }
    }

    /**
     * Diagnoses the pair now; waits a moment for a standby that is about to connect.
     *
     * @throws dev.pgduo.report.LabException when this thread is interrupted
     */
    public Finding look() {
        return settled(CONNECTING);
    }

    /**
     * Diagnoses the pair repeatedly until no change is to be expected, for this time at most.
     *
     * @throws dev.pgduo.report.LabException when this thread is interrupted
     */
    public Finding settled(Duration patience) {
        try (NodeProbe a = probe(NodeName.A);
                NodeProbe b = probe(NodeName.B)) {
            return new Look(a, b).finding(patience);
        }
    }

    private NodeProbe probe(NodeName name) {
        return new NodeProbe(probes.apply(name), node(name).settings().capabilities());
    }

    private Node node(NodeName name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalStateException("no node " + name);
        }
        return node;
    }

    /** One diagnosis, with a connection to each server. */
    private final class Look {
        private final NodeInspector first = new NodeInspector(node(NodeName.A));
        private final NodeInspector second = new NodeInspector(node(NodeName.B));
        private final NodeProbe a;
        private final NodeProbe b;
        private @Nullable Finding found;

        Look(NodeProbe a, NodeProbe b) {
            this.a = a;
            this.b = b;
        }

        /** The diagnosis; when the thread is interrupted, the wait throws instead of returning an unreliable one. */
        Finding finding(Duration patience) {
            Wait.to("look at both nodes", patience).comesTrue(() -> {
                found = now();
                return !passing(found) && !Thread.currentThread().isInterrupted();
            });
            return Objects.requireNonNull(found);
        }

        private Finding now() {
            PairPicture seen = picture();
            Optional<Obstacle> obstacle = obstacle(seen);
            PairPicture picture = compared(seen);
            PairJudge.Tools tools = new PairJudge.Tools(
                    node(NodeName.A).settings().capabilities(),
                    (node, fork) -> work.leadsBack(node, fork)
                            && work.goesOn(picture.of(node.name().other()), fork),
                    work);
            return new Finding(picture, obstacle, new PairJudge(picture, obstacle, tools).verdict());
        }

        /**
         * The state of both nodes. A running standby is asked first, so that its primary has written all that the standby has.
         */
        private PairPicture picture() {
            if (node(NodeName.B).status().status() == NodeStatus.RUNNING_STANDBY) {
                NodePicture other = second.look(answer(NodeName.B, b));
                return PairPicture.of(first.look(answer(NodeName.A, a)), other);
            }
            return PairPicture.of(first.look(answer(NodeName.A, a)), second.look(answer(NodeName.B, b)));
        }

        private Optional<ReplicationState> answer(NodeName name, NodeProbe probe) {
            return node(name).status().pid().isPresent() ? probe.ask() : Optional.empty();
        }

        private Optional<Obstacle> obstacle(PairPicture picture) {
            NodeName primary = picture.primary();
            NodePicture standby = picture.of(primary.other());
            if (!picture.of(primary).up() && picture.of(primary).standby()) {
                return Obstacles.ofLastStart(node(primary));
            }
            if (!standby.standby() || !picture.of(primary).runningPrimary()) {
                return Optional.empty();
            }
            Obstacles obstacles = new Obstacles(node(standby.name()), node(primary), primary == NodeName.A ? a : b);
            if (picture.streaming()) {
                boolean paused =
                        standby.answer().filter(ReplicationState::paused).isPresent();
                return paused ? obstacles.halted() : obstacles.refused(standby);
            }
            return obstacles.find(standby);
        }
    }

    /**
     * Whether the state may change by itself: a server is starting or stopping, or a standby may be about to connect and only
     * its log says otherwise.
     */
    private static boolean passing(Finding found) {
        Situation situation = found.verdict().situation();
        boolean both = found.picture().a().answer().isPresent()
                && found.picture().b().answer().isPresent();
        boolean kept = situation == Situation.CANNOT_FOLLOW
                || situation == Situation.RULE_REFUSES
                || situation == Situation.NO_RULE;
        return situation == Situation.CHANGING || (kept && both);
    }

    /** Compares the WAL of both nodes, because on one timeline only that tells whether they have diverged. */
    private PairPicture compared(PairPicture picture) {
        boolean contained =
                picture.relation().contained(NodeName.A) || picture.relation().contained(NodeName.B);
        boolean parted = !picture.streaming()
                && contained
                && picture.relation()
                        .common()
                        .filter(common -> work.differ(picture.a(), picture.b(), common))
                        .isPresent();
        return parted ? picture.diverged() : picture;
    }
}
