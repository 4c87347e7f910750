package dev.pgduo.walk;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.Situation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the verdict may say when two nodes look as they do. */
final class Laws {
    /** The primary has all that the other node has. */
    private static final Set<Situation> PRIMARY_HAS_ALL = EnumSet.of(
            Situation.HEALTHY,
            Situation.STANDBY_STOPPED,
            Situation.STOPPED,
            Situation.PRIMARY_STOPPED,
            Situation.FORMER_PRIMARY,
            Situation.NO_PRIMARY,
            Situation.STANDBY_AHEAD,
            Situation.SLOT_MISSING,
            Situation.SLOT_LOST,
            Situation.WAL_REMOVED,
            Situation.SETTING_TOO_LOW);

    private static final Set<Situation> DAMAGED = EnumSet.of(Situation.DAMAGED, Situation.BOTH_DAMAGED);

    private Laws() {}

    /** Whether the pair is healthy, by the walk's own eyes. */
    static boolean healthy(Sight a, Sight b) {
        boolean sound = !a.damaged() && !b.damaged() && !a.frozen() && !b.frozen();
        return sound && (sends(a, b) || sends(b, a));
    }

    private static boolean sends(Sight primary, Sight standby) {
        return primary.runningPrimary() && primary.answer().orElseThrow().streams() && standby.runningStandby();
    }

    /** What speaks against a verdict by roles and files; empty when nothing does. */
    static Optional<String> contradiction(Situation situation, Sight a, Sight b) {
        boolean unusable = (a.failed() || b.failed()) && DAMAGED.contains(situation);
        return possible(a, b)
                .filter(set -> !unusable)
                .filter(set -> !set.contains(situation))
                .map(set -> "the verdict is " + situation + ", but it can only be one of " + set);
    }

    /** The first line that holds decides; empty when nodes alone do not. */
    private static Optional<Set<Situation>> possible(Sight a, Sight b) {
        if (a.empty() && b.empty()) {
            return Optional.of(EnumSet.of(Situation.EMPTY));
        }
        if (a.damaged() || b.damaged()) {
            return Optional.of(DAMAGED);
        }
        if (a.frozen() || b.frozen()) {
            return Optional.of(EnumSet.of(Situation.FROZEN));
        }
        if (healthy(a, b)) {
            // What pauses replay may be a setting.
            return Optional.of(
                    paused(a) || paused(b)
                            ? EnumSet.of(Situation.HEALTHY, Situation.SETTING_TOO_LOW)
                            : EnumSet.of(Situation.HEALTHY));
        }
        if (silent(a) || silent(b)) {
            return Optional.empty();
        }
        if (a.empty() || b.empty()) {
            return Optional.of(EnumSet.of(Situation.ALONE, Situation.ORPHAN));
        }
        if ((a.label() && a.pid() == 0) || (b.label() && b.pid() == 0)) {
            return Optional.of(EnumSet.of(Situation.UNSTARTED, Situation.REWOUND));
        }
        if (!a.used() || !b.used()) {
            return Optional.of(EnumSet.of(Situation.BLANK));
        }
        if (a.system() != b.system()) {
            return Optional.of(EnumSet.of(Situation.UNRELATED));
        }
        return Optional.of(related(a, b));
    }

    private static Set<Situation> related(Sight a, Sight b) {
        if (!a.standby() && !b.standby()) {
            return EnumSet.of(Situation.TWO_PRIMARIES, Situation.FORKED, Situation.FORMER_PRIMARY);
        }
        if (a.standby() && b.standby()) {
            return EnumSet.of(Situation.NO_PRIMARY, Situation.FORKED, Situation.TWO_PRIMARIES);
        }
        Set<Situation> set = EnumSet.of(Situation.FORKED, Situation.TWO_PRIMARIES, Situation.STANDBY_AHEAD);
        Sight primary = a.standby() ? b : a;
        Sight standby = a.standby() ? a : b;
        if (primary.pid() == 0) {
            set.add(standby.pid() == 0 ? Situation.STOPPED : Situation.PRIMARY_STOPPED);
        } else {
            set.addAll(EnumSet.of(
                    Situation.CANNOT_FOLLOW,
                    Situation.SLOT_MISSING,
                    Situation.SLOT_LOST,
                    Situation.WAL_REMOVED,
                    Situation.SETTING_TOO_LOW));
            if (standby.pid() == 0) {
                set.add(Situation.STANDBY_STOPPED);
            }
        }
        return set;
    }

    private static boolean paused(Sight node) {
        return node.answer().filter(Sight.Said::paused).isPresent();
    }

    private static boolean silent(Sight node) {
        return node.pid() != 0 && node.answer().isEmpty();
    }

    /** The rows that the verdict says the primary has, and which it does not have. */
    static Set<Integer> denied(Finding finding, Ledger ledger) {
        Situation situation = finding.verdict().situation();
        NodeName primary = finding.verdict().primary();
        if (!PRIMARY_HAS_ALL.contains(situation)) {
            return Set.of();
        }
        Set<Integer> missing = new TreeSet<>(ledger.rows(primary.other()));
        missing.removeAll(ledger.rows(primary));
        return missing;
    }

    /** Whether two primaries of one cluster run. */
    static boolean split(Sight a, Sight b) {
        return a.runningPrimary() && b.runningPrimary() && a.system() == b.system();
    }
}
