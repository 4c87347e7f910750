package dev.pgduo.replay.compare;

/** What must stay true between two values of one volatile class, recorded and actual. */
public enum Relation {
    /** Nothing: each value stands for itself. */
    NONE {
        @Override
        boolean holds(Binding earlier, Binding later) {
            return true;
        }
    },
    /** Equal stays equal, different stays different. */
    ONE_TO_ONE {
        @Override
        boolean holds(Binding earlier, Binding later) {
            return earlier.expected().equals(later.expected())
                    == earlier.actual().equals(later.actual());
        }
    },
    /** Equal stays equal, and the order is never reversed (a smaller value may have become equal). */
    ORDERED {
        @Override
        boolean holds(Binding earlier, Binding later) {
            int expected = earlier.expectedRank().compareTo(later.expectedRank());
            int actual = earlier.actualRank().compareTo(later.actualRank());
            return expected == 0 ? actual == 0 : expected * actual >= 0;
        }
    },
    /** The order is never reversed; what was equal may differ, and the other way round. */
    UNREVERSED {
        @Override
        boolean holds(Binding earlier, Binding later) {
            int expected = earlier.expectedRank().compareTo(later.expectedRank());
            int actual = earlier.actualRank().compareTo(later.actualRank());
            return expected * actual >= 0;
        }
    },
    /** Equal stays equal, and higher stays higher. */
    RANKED {
        @Override
        boolean holds(Binding earlier, Binding later) {
            int expected = earlier.expectedRank().compareTo(later.expectedRank());
            int actual = earlier.actualRank().compareTo(later.actualRank());
            return Integer.signum(expected) == Integer.signum(actual);
        }
    };

    abstract boolean holds(Binding earlier, Binding later);
}
