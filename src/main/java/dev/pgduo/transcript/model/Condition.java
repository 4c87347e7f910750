package dev.pgduo.transcript.model;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.Set;
import java.util.TreeSet;

/** The condition of an {@code %if}; sealed. */
public sealed interface Condition {
    /** Whether it holds in this environment. */
    boolean holds(Environment environment);

    /** Whether it depends only on the server's version. */
    default boolean ofVersion() {
        return true;
    }

    /** The languages in it. */
    default Set<String> languages() {
        return Set.of();
    }

    private static Set<String> both(Condition left, Condition right) {
        Set<String> names = new TreeSet<>(left.languages());
        names.addAll(right.languages());
        return names;
    }

    /** {@code pg < 12}. */
    record Pg(Comparison comparison, ServerVersion version) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return comparison.test(environment.pg().compareAsFarAs(version));
        }
    }

    /** {@code pg in 9.6-11}. */
    record PgIn(VersionSet versions) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return versions.contains(environment.pg());
        }
    }

    /** {@code os == linux}. */
    record Os(String name) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return environment.os().equals(name);
        }

        @Override
        public boolean ofVersion() {
            return false;
        }
    }

    /** {@code tool(pg_rewind)}. */
    record Tool(String name) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return environment.tools().test(name);
        }

        @Override
        public boolean ofVersion() {
            return false;
        }
    }

    /** {@code lang == ru}. */
    record Language(String name) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return environment.language().equals(name);
        }

        @Override
        public Set<String> languages() {
            return Set.of(name);
        }

        @Override
        public boolean ofVersion() {
            return false;
        }
    }

    /** Both conditions hold. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return left.holds(environment) && right.holds(environment);
        }

        @Override
        public boolean ofVersion() {
            return left.ofVersion() && right.ofVersion();
        }

        @Override
        public Set<String> languages() {
            return both(left, right);
        }
    }

    /** At least one condition holds. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return left.holds(environment) || right.holds(environment);
        }

        @Override
        public boolean ofVersion() {
            return left.ofVersion() && right.ofVersion();
        }

        @Override
        public Set<String> languages() {
            return both(left, right);
        }
    }

    /** The condition does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Environment environment) {
            return !condition.holds(environment);
        }

        @Override
        public boolean ofVersion() {
            return condition.ofVersion();
        }

        @Override
        public Set<String> languages() {
            return condition.languages();
        }
    }

    /** The comparison of a server's version with the condition's. */
    enum Comparison {
        LESS("<", true, false, false),
        AT_MOST("<=", true, true, false),
        GREATER(">", false, false, true),
        AT_LEAST(">=", false, true, true),
        EQUAL("==", false, true, false),
        UNEQUAL("!=", true, false, true);

        private final String sign;
        private final boolean below;
        private final boolean same;
        private final boolean above;

        Comparison(String sign, boolean below, boolean same, boolean above) {
            this.sign = sign;
            this.below = below;
            this.same = same;
            this.above = above;
        }

        boolean test(int order) {
            return order < 0 ? below : order > 0 ? above : same;
        }

        /** The operator as it is written. */
        public String sign() {
            return sign;
        }
    }
}
