package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
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
 * @param obstacle why a running standby does not stream, when that is known
 * @param tools what this lab's servers and programs can do
 */
public record PairJudge(PairPicture picture, Optional<Obstacle> obstacle, Tools tools) {
    private static final String SLOT = "pgduo";

    /**
     * What there is to heal a pair with.
     *
     * @param capabilities of the servers
     * @param rewind whether pg_rewind is there and can turn a node back
     * @param amounts tells how much a node has of its own, in words
     */
    public record Tools(Capabilities capabilities, Rewind rewind, Amounts amounts) {}

    /** Tells whether pg_rewind can turn a node back to a place. */
    public interface Rewind {
        boolean possible(NodePicture node, Lsn fork);
    }

    /** Says how much log, and how many transactions, a node has behind a place. */
    public interface Amounts {
        String words(NodePicture node, Lsn since);
    }

    /** The situation by what is known of each node, without their logs and without asking why a standby does not stream. */
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

    /** A node that could not be started with its settings gets what it lacks first. */
    private Stream<String> commands(AdviceStep step, NodePicture primary, Map<String, String> names) {
        boolean lacks = !primary.up()
                && obstacle.filter(found -> found.situation() == Situation.SETTING_TOO_LOW)
                        .isPresent();
        return lacks && step.command().equals("start {p}")
                ? Stream.of(filled("conf set {setting} {value} --node {p}", names), filled(step.command(), names))
                : Stream.of(filled(step.command(), names));
    }

    /** A table read from top to bottom: the first line that holds. */
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
        // A copy is a beginning of what it was taken from; one that has something else in its log is none.
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

    /** A clean end of a history that the other one goes on with; on one timeline, the two only have not parted yet. */
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

    /** Whether a standby that starts may still come up: not when its primary no longer has what it needs for that. */
    private boolean waits() {
        return obstacle.filter(
                        found -> found.situation() == Situation.WAL_REMOVED || found.situation() == Situation.SLOT_LOST)
                .isEmpty();
    }

    private static boolean changing(NodePicture node) {
        return node.state().status() == NodeStatus.STARTING || node.state().status() == NodeStatus.STOPPING;
    }

    /** The node that the words and the commands are about. */
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

    /** A primary that crashed recovers first; a standby that did cannot. */
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
