package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.version.Capabilities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Diagnoses a pair from the facts about its nodes.
 *
 * @param picture both nodes
 * @param obstacle why a running standby does not stream, if known
 * @param tools the capabilities of this lab's servers and programs
 */
public record PairJudge(PairPicture picture, Optional<Obstacle> obstacle, Tools tools) {
    private static final String SLOT = "pgduo";

    /**
     * The means to repair a pair.
     *
     * @param capabilities of the servers
     * @param rewind whether pg_rewind can be used on a node
     * @param amounts the amount of data that only one node has, as a phrase
     */
    public record Tools(Capabilities capabilities, Rewind rewind, Amounts amounts) {}

    /** Tells whether pg_rewind can rewind a node to a position. */
    public interface Rewind {
        boolean possible(NodePicture node, Lsn fork);
    }

    /** The amount of WAL, and the number of transactions, that a node has after a position, as a phrase. */
    public interface Amounts {
        String words(NodePicture node, Lsn since);
    }

    /** The situation by the state of each node, without a comparison of their WAL and without an obstacle. */
    public static Situation situation(PairPicture picture) {
        Tools none = new Tools(new Capabilities(Integer.MAX_VALUE), (node, fork) -> false, (node, since) -> "");
        NodeName kept = picture.primary();
        return new PairJudge(picture, Optional.empty(), none).situation(picture.of(kept), picture.of(kept.other()));
    }

    /** The verdict. */
    public PairVerdict verdict() {
        NodeName kept = picture.primary();
        NodePicture primary = picture.of(kept);
        NodePicture other = picture.of(kept.other());
        Situation situation = situation(primary, other);
        NodePicture subject = subject(situation, primary, other);
        Map<String, String> names = names(situation, primary, subject);
        AdviceStep.Case all = new AdviceStep.Case(
                primary,
                subject,
                rewindable(subject),
                obstacle.filter(found -> !found.setting().isEmpty()).isPresent());
        return new PairVerdict(
                situation,
                kept,
                filled(situation.words(), names),
                situation.steps().stream()
                        .filter(step -> step.when().holds(all))
                        .flatMap(step -> commands(step, primary, names))
                        .toList());
    }

    /** The commands of a step; before a start that a setting prevented, the setting is raised. */
    private Stream<String> commands(AdviceStep step, NodePicture primary, Map<String, String> names) {
        boolean lacks = !primary.up()
                && obstacle.filter(found -> found.situation() == Situation.SETTING_TOO_LOW)
                        .isPresent();
        return lacks && step.command().equals("start {p}")
                ? Stream.of(filled("conf set {setting} {value} --node {p}", names), filled(step.command(), names))
                : Stream.of(filled(step.command(), names));
    }

    /** The situation: the conditions are tested from top to bottom. */
    private Situation situation(NodePicture primary, NodePicture other) {
        if (primary.empty() && other.empty()) {
            return Situation.EMPTY;
        }
        if (primary.damaged() || (other.damaged() && primary.empty())) {
            return Situation.BOTH_DAMAGED;
        }
        if (other.damaged()) {
            return Situation.DAMAGED;
        }
        if (primary.frozen() || other.frozen()) {
            return Situation.FROZEN;
        }
        if (picture.streaming()) {
            return obstacle.map(Obstacle::situation).orElse(Situation.HEALTHY);
        }
        if (primary.silent() || other.silent()) {
            return Situation.SILENT;
        }
        if (changing(primary) || changing(other)) {
            return changing(primary) || waits()
                    ? Situation.CHANGING
                    : obstacle.orElseThrow().situation();
        }
        if (other.empty()) {
            return primary.standby() ? Situation.ORPHAN : Situation.ALONE;
        }
        return usable(primary, other);
    }

    private Situation usable(NodePicture primary, NodePicture other) {
        // A copy has only WAL of its source; a node with other WAL on the same timeline is no copy.
        if (other.unstarted() && !picture.relation().oneTimeline()) {
            return other.rewound() ? Situation.REWOUND : Situation.UNSTARTED;
        }
        if (other.blank()) {
            return Situation.BLANK;
        }
        TimelineRelation relation = picture.relation();
        if (relation.kind() == TimelineRelation.Kind.UNRELATED) {
            return Situation.UNRELATED;
        }
        if (relation.kind() == TimelineRelation.Kind.FORKED) {
            return relation.oneTimeline() || sameTimeline(primary, other) ? Situation.TWO_PRIMARIES : Situation.FORKED;
        }
        if (other.intent() == Intent.RECOVERY && !primary.standby()) {
            return Situation.RECOVERING;
        }
        if (primary.standby()) {
            return other.standby() ? Situation.NO_PRIMARY : Situation.STANDBY_AHEAD;
        }
        return other.standby() ? pair(primary, other) : primaries(primary, other);
    }

    private static boolean sameTimeline(NodePicture one, NodePicture other) {
        return PairPicture.timeline(one) == PairPicture.timeline(other) && !one.standby() && !other.standby();
    }

    /**
     * The situation of two primaries of one history. An older timeline ended cleanly where the newer one begins; on the same
     * timeline they are two primaries that have not diverged yet.
     */
    private static Situation primaries(NodePicture primary, NodePicture other) {
        if (PairPicture.timeline(primary) == PairPicture.timeline(other)) {
            return Situation.TWO_PRIMARIES;
        }
        return other.up() ? Situation.FORKED : Situation.FORMER_PRIMARY;
    }

    private Situation pair(NodePicture primary, NodePicture other) {
        if (!primary.up()) {
            return other.up() ? Situation.PRIMARY_STOPPED : Situation.STOPPED;
        }
        if (obstacle.isPresent()) {
            return obstacle.get().situation();
        }
        return other.up() ? Situation.CANNOT_FOLLOW : Situation.STANDBY_STOPPED;
    }

    /** Whether a standby that is starting may still succeed: not when its primary has removed WAL that it needs. */
    private boolean waits() {
        return obstacle.filter(
                        found -> found.situation() == Situation.WAL_REMOVED || found.situation() == Situation.SLOT_LOST)
                .isEmpty();
    }

    private static boolean changing(NodePicture node) {
        return node.state().status().changing();
    }

    /** The node to which the sentence and the commands refer. */
    private static NodePicture subject(Situation situation, NodePicture primary, NodePicture other) {
        boolean first = switch (situation) {
            case FROZEN -> primary.frozen();
            case SILENT -> primary.silent();
            case CHANGING -> changing(primary);
            case BOTH_DAMAGED -> primary.damaged();
            default -> false;
        };
        return first ? primary : other;
    }

    /** Whether pg_rewind can be used on a node: not on a standby; a primary that crashed recovers first. */
    private boolean rewindable(NodePicture node) {
        return !node.standby()
                && !picture.relation().oneTimeline()
                && picture.relation()
                        .common()
                        .filter(fork -> tools.rewind().possible(node, fork))
                        .isPresent();
    }

    private Map<String, String> names(Situation situation, NodePicture primary, NodePicture other) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("p", primary.name().toString());
        names.put("o", other.name().toString());
        names.put("pstate", primary.state().status().toString());
        names.put("ostate", other.state().status().toString());
        names.put(
                "slot",
                obstacle.map(Obstacle::slot).filter(slot -> !slot.isEmpty()).orElse(SLOT));
        names.put("setting", obstacle.map(Obstacle::setting).orElse(""));
        names.put("value", obstacle.map(Obstacle::value).orElse(""));
        names.put("why", obstacle.map(Obstacle::why).orElse("its log does not say why"));
        names.put("timeline", Long.toString(PairPicture.timeline(primary)));
        names.put("damage", other.state().damage().map(Object::toString).orElse(""));
        names.put("pids", other.stopped().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        picture.relation().common().ifPresent(common -> {
            names.put("common", common.toString());
            if (situation.words().contains("{newer}")) {
                names.put("newer", tools.amounts().words(primary, common));
                names.put("own", tools.amounts().words(other, common));
            }
        });
        names.putIfAbsent("common", "their beginning");
        names.putIfAbsent("newer", "an unknown amount");
        names.putIfAbsent("own", "an unknown amount");
        return names;
    }

    private static String filled(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }
}
