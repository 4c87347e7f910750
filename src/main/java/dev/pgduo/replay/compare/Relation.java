package dev.pgduo.replay.compare;

/** The relation between two values of one volatile class that must hold for the recorded and the actual values. */
public enum Relation {
    /** No relation. */
    NONE {
        @Override
        boolean holds(Binding earlier, Binding later) {
            return true;
        }
    },
    /** Equal values stay equal, different ones different. */
    ONE_TO_ONE {
        @Override
        boolean holds(Binding earlier, Binding later) {
            return earlier.expected().equals(later.expected())
                    == earlier.actual().equals(later.actual());
        }
    },
    /** Equal values stay equal, and the order is not reversed; different values may become equal. */
    ORDERED {
        @Override
        boolean holds(Binding earlier, Binding later) {
            int expected = earlier.expectedRank().compareTo(later.expectedRank());
            int actual = earlier.actualRank().compareTo(later.actualRank());
            return expected == 0 ? actual == 0 : expected * actual >= 0;
        }
    },
    /** The order is not reversed; equal values may become different, and different ones equal. */
    UNREVERSED {
        @Override
        boolean holds(Binding earlier, Binding later) {
            int expected = earlier.expectedRank().compareTo(later.expectedRank());
            int actual = earlier.actualRank().compareTo(later.actualRank());
            return expected * actual >= 0;
        }
    },
    /** Equal values stay equal, and higher ones higher. */
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
