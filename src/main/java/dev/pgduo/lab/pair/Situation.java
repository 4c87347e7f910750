package dev.pgduo.lab.pair;

import dev.pgduo.lab.pair.AdviceStep.When;
import java.util.List;

/**
 * All states that a pair can be in, each with its sentence and the commands that make a healthy pair of it. In them {@code {p}}
 * is the node whose data are kept, {@code {o}} the other one.
 */
public enum Situation {
    EMPTY("both nodes are empty", AdviceStep.always("up")),
    BLANK("node {o} was initialised and never used", AdviceStep.always("up")),
    ALONE("node {p} is a primary, node {o} is empty", AdviceStep.always("up")),
    ORPHAN("node {p} is a standby without a primary: node {o} is empty", AdviceStep.always("up")),
    HEALTHY("node {o} streams from node {p}"),
    STANDBY_STOPPED("node {p} is the primary, its standby {o} is {ostate}", AdviceStep.always("start {o}")),
    PRIMARY_STOPPED("the primary {p} is {pstate}, its standby {o} runs", AdviceStep.always("start {p}")),
    STOPPED("node {p} is the primary, node {o} its standby; neither runs", AdviceStep.always("up")),
    CANNOT_FOLLOW(
            "the standby {o} does not stream from node {p}: {why}",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.always("standby {o} --of {p} --slot {slot}"),
            AdviceStep.always("start {o}")),
    NETWORK_DOWN(
            "the standby {o} does not stream from node {p}: the network between them is down",
            AdviceStep.always("mend")),
    LINK_DEAD(
            "the standby {o} does not stream from node {p}: the process that was the network between them is dead",
            AdviceStep.always("mend")),
    RULE_REFUSES(
            "node {p} refuses its standby {o}: line {value} of its pg_hba.conf decides, and {why}",
            AdviceStep.always("hba remove {value} --node {p}"),
            AdviceStep.always("reload {p}")),
    NO_RULE(
            "node {p} refuses its standby {o}: no line of its pg_hba.conf is for it",
            AdviceStep.always("hba add host replication all 127.0.0.1/32 {value} --node {p}"),
            AdviceStep.always("reload {p}")),
    SLOT_MISSING(
            "the standby {o} cannot follow node {p}: slot \"{slot}\" is missing there",
            AdviceStep.always("slot create {slot} --node {p}")),
    SLOT_LOST(
            "the standby {o} cannot follow node {p}: slot \"{slot}\" has lost the WAL that it needs",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.always("slot drop {slot} --node {p}"),
            AdviceStep.when(When.PRIMARY_KEEPS_LITTLE, "conf set {setting} {value} --node {p}"),
            AdviceStep.when(When.PRIMARY_KEEPS_LITTLE, "reload {p}"),
            AdviceStep.always("basebackup --from {p} --to {o} --slot {slot}"),
            AdviceStep.always("start {o}")),
    WAL_REMOVED(
            "the standby {o} cannot follow node {p}: the WAL that it needs has been removed there",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.when(When.PRIMARY_KEEPS_LITTLE, "conf set {setting} {value} --node {p}"),
            AdviceStep.when(When.PRIMARY_KEEPS_LITTLE, "reload {p}"),
            AdviceStep.always("basebackup --from {p} --to {o} --slot {slot}"),
            AdviceStep.always("start {o}")),
    SETTING_TOO_LOW(
            "the standby {o} cannot go on: its {setting} is lower than node {p}'s, {value}",
            AdviceStep.always("conf set {setting} {value} --node {o}"),
            AdviceStep.when(When.OTHER_RUNS, "restart {o}"),
            AdviceStep.when(When.OTHER_DOWN, "start {o}")),
    FORMER_PRIMARY(
            "node {o} was the primary until node {p} took over at {common}; it has no changes of its own",
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.always("standby {o} --of {p} --slot {slot}"),
            AdviceStep.always("start {o}")),
    FORKED(
            "the histories have forked at {common}: node {o} has {own} of its own, and node {p} is newer by"
                    + " {newer}",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            AdviceStep.when(When.REWINDABLE, "rewind {o} --from {p} --yes"),
            AdviceStep.when(When.NOT_REWINDABLE, "basebackup --from {p} --to {o} --slot {slot} --yes"),
            AdviceStep.always("start {o}")),
    RECOVERING(
            "node {o} is set up to recover from an archive, and ends on a timeline of its own; node {p} is the primary",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.always("standby {o} --of {p} --slot {slot}"),
            AdviceStep.always("start {o}")),
    TWO_PRIMARIES(
            "two primaries on timeline {timeline}: since {common} each node has written a history of its own",
            AdviceStep.copyAnew()),
    STANDBY_AHEAD(
            "the standby {p} is ahead of its primary {o} by {newer}",
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.always("promote {p}"),
            AdviceStep.always("basebackup --from {p} --to {o} --slot {slot} --yes"),
            AdviceStep.always("start {o}")),
    NO_PRIMARY(
            "no node is a primary: both are standbys, node {p} is the one that has everything",
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.always("promote {p}"),
            AdviceStep.when(When.OTHER_RUNS, "stop {o}"),
            AdviceStep.always("standby {o} --of {p} --slot {slot}"),
            AdviceStep.always("start {o}")),
    UNRELATED("the nodes are two clusters that have nothing in common", AdviceStep.copyAnew()),
    UNSTARTED("node {o} is a base backup that was never started", AdviceStep.firstStart()),
    REWOUND("node {o} was rewound and has not been started since", AdviceStep.firstStart()),
    DAMAGED(
            "node {o} is damaged: {damage}",
            AdviceStep.when(When.OTHER_RUNS, "stop {o} --mode immediate"),
            AdviceStep.when(When.PRIMARY_DOWN, "start {p}"),
            AdviceStep.when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            AdviceStep.always("basebackup --from {p} --to {o} --slot {slot} --yes"),
            AdviceStep.always("start {o}")),
    BOTH_DAMAGED(
            "no node has a usable cluster; node {o} is damaged: {damage}",
            AdviceStep.always("reset --yes"),
            AdviceStep.always("up")),
    FROZEN(
            "the processes of node {o} are stopped by a signal (SIGSTOP)",
            AdviceStep.always("sh {o}"),
            AdviceStep.always("kill -CONT {pids}"),
            AdviceStep.always("exit")),
    SILENT("node {o} runs, but takes no connections"),
    CHANGING("node {o} is {ostate}");

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<AdviceStep> steps;

    Situation(String words, AdviceStep... steps) {
        this.words = words;
        this.steps = List.of(steps);
    }

    /** The sentence for messages, without a full stop, with placeholders in braces. */
    String words() {
        return words;
    }

    /** The steps that make a healthy pair, in order; empty where no step is needed or possible. */
    List<AdviceStep> steps() {
        return steps;
    }

    /** Two or three words for the status bar; empty where the roles and the replication state say it all. */
    public String label() {
        return switch (this) {
            case TWO_PRIMARIES -> "two primaries";
            case FORKED -> "forked";
            case RECOVERING -> "recovery";
            case STANDBY_AHEAD -> "standby ahead";
            case NO_PRIMARY -> "no primary";
            case UNRELATED -> "unrelated";
            case UNSTARTED -> "never started";
            case REWOUND -> "rewound";
            case DAMAGED, BOTH_DAMAGED -> "damaged";
            case FORMER_PRIMARY -> "no standby";
            default -> "";
        };
    }

    /** Whether the pair is healthy. */
    public boolean healthy() {
        return this == HEALTHY;
    }
}
