package dev.pgduo.lab.pair;

import java.util.function.Predicate;

/**
 * One command of an advice, and when it is needed.
 *
 * @param command as typed at {@code lab> }, with names in braces for what differs
 * @param when whether it is needed
 */
record AdviceStep(String command, When when) {
    static AdviceStep always(String command) {
        return new AdviceStep(command, When.ALWAYS);
    }

    static AdviceStep when(When condition, String command) {
        return new AdviceStep(command, condition);
    }

    /** What makes the other node a copy of the primary, whatever it has of its own. */
    static AdviceStep[] copyAnew() {
        return new AdviceStep[] {
            when(When.OTHER_RUNS, "stop {o}"),
            when(When.PRIMARY_DOWN, "start {p}"),
            when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            always("basebackup --from {p} --to {o} --slot {slot} --yes"),
            always("start {o}")
        };
    }

    /** What starts the other node, a copy of the primary that was never started, as a standby. */
    static AdviceStep[] firstStart() {
        return new AdviceStep[] {
            when(When.PRIMARY_DOWN, "start {p}"),
            when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            when(When.OTHER_IS_NO_STANDBY, "standby {o} --of {p} --slot {slot}"),
            always("start {o}")
        };
    }

    /** When a step is needed. */
    enum When {
        ALWAYS("", all -> true),
        PRIMARY_DOWN("{p} does not run", all -> !all.primary().up()),
        PRIMARY_IS_STANDBY("{p} is a standby", all -> all.primary().standby()),
        OTHER_RUNS("{o} runs", all -> all.other().up()),
        OTHER_DOWN("{o} does not run", all -> !all.other().up()),
        OTHER_IS_NO_STANDBY("{o} is no standby", all -> !all.other().standby()),
        PRIMARY_KEEPS_LITTLE("{p} keeps too little WAL for a base backup", Case::keepsLittle),
        REWINDABLE("pg_rewind can do it", Case::rewindable),
        NOT_REWINDABLE("it cannot", all -> !all.rewindable());

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
        private final Predicate<Case> condition;

        When(String words, Predicate<Case> condition) {
            this.words = words;
            this.condition = condition;
        }

        boolean holds(Case all) {
            return condition.test(all);
        }

        /** For a table: a short sentence, or an empty text for what is always needed. */
        String words() {
            return words;
        }
    }

    /**
     * The pair as an advice sees it.
     *
     * @param primary the node whose data stay
     * @param other the node that is to follow it
     * @param rewindable whether pg_rewind can turn the other one back
     * @param keepsLittle whether the primary would remove the WAL of a base backup while it is taken
     */
    record Case(NodePicture primary, NodePicture other, boolean rewindable, boolean keepsLittle) {}
}
