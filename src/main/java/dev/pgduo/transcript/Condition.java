package dev.pgduo.transcript;

import java.util.function.IntPredicate;

/** What stands after {@code %if}; sealed. */
public sealed interface Condition {
    /** Whether it is true here. */
    boolean holds(Environment environment);

    /** {@code pg < 12}. */
    record Pg(Comparison comparison, Release release) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return comparison.test.test(environment.pg().compareAsFarAs(release));
        }
    }

    /** {@code pg in 9.6-11}. */
    record PgIn(ReleaseSet releases) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return releases.contains(environment.pg());
        }
    }

    /** {@code os == linux}. */
    record Os(String name) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return environment.os().equals(name);
        }
    }

    /** {@code tool(pg_rewind)}. */
    record Tool(String name) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return environment.tools().test(name);
        }
    }

    /** Both. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return left.holds(environment) && right.holds(environment);
        }
    }

    /** At least one. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return left.holds(environment) || right.holds(environment);
        }
    }

    /** The contrary. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return !condition.holds(environment);
        }
    }

    /** How a server's version stands to the one in the lab. */
    enum Comparison {
        LESS("<", order -> order < 0),
        AT_MOST("<=", order -> order <= 0),
        GREATER(">", order -> order > 0),
        AT_LEAST(">=", order -> order >= 0),
        EQUAL("==", order -> order == 0),
        UNEQUAL("!=", order -> order != 0);

        private final String sign;
        private final IntPredicate test;

        Comparison(String sign, IntPredicate test) {
            this.sign = sign;
            this.test = test;
        }

        /** The operator as it is written. */
        public String sign() {
            return sign;
        }
    }
}
