package dev.pgduo.lab.pair;

import java.util.function.Predicate;

/**
 * One command of an advice, and the condition for it.
 *
 * @param command as it is typed at {@code lab> }, with placeholders in braces
 * @param when the condition
 */
record AdviceStep(String command, When when) {
    static AdviceStep always(String command) {
        return new AdviceStep(command, When.ALWAYS);
    }

    static AdviceStep when(When condition, String command) {
        return new AdviceStep(command, condition);
    }

    /** The steps that make the other node a copy of the primary, even if it has data of its own. */
    static AdviceStep[] copyAnew() {
        return new AdviceStep[] {
            when(When.OTHER_RUNS, "stop {o}"),
            when(When.PRIMARY_DOWN, "start {p}"),
            when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            always("basebackup --from {p} --to {o} --slot {slot} --yes"),
            always("start {o}")
        };
    }

    /** The steps that start the other node, a copy of the primary that was never started, as a standby. */
    static AdviceStep[] firstStart() {
        return new AdviceStep[] {
            when(When.PRIMARY_DOWN, "start {p}"),
            when(When.PRIMARY_IS_STANDBY, "promote {p}"),
            when(When.OTHER_IS_NO_STANDBY, "standby {o} --of {p} --slot {slot}"),
            always("start {o}")
        };
    }

    /** The condition for a step. */
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

        /** The condition as a short sentence for a table; empty for a step that is always needed. */
        String words() {
            return words;
        }
    }

    /**
     * The state of the pair on which the conditions depend.
     *
     * @param primary the node whose data are kept
     * @param other the node that will follow it
     * @param rewindable whether pg_rewind can be used on the other node
     * @param keepsLittle whether the primary would remove the WAL that a base backup needs while it is taken
     */
    record Case(NodePicture primary, NodePicture other, boolean rewindable, boolean keepsLittle) {}
}
