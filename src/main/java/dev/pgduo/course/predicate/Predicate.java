package dev.pgduo.course.predicate;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.Position;
import java.util.List;
import java.util.stream.Collectors;

/** A condition on a lab's state; sealed, see {@link Visitor}. */
public sealed interface Predicate {
    /** Calls the method for this kind of predicate. */
    <R> R accept(Visitor<R> visitor);

    /** The text in a lab file. */
    String written();

    /** The text as an operand of another predicate, in parentheses where necessary. */
    default String part() {
        return written();
    }

    /**
     * Reads a predicate.
     *
     * @param at the position where the text begins
     * @throws dev.pgduo.report.LabException with the position of the error
     */
    static Predicate parse(String text, Position at) {
        return new PredicateReader(text, at).read();
    }

    /** {@code a: SQL => VALUE}. */
    record Query(NodeName node, String sql, Wanted value) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(this);
        }

        @Override
        public String written() {
            return node + ": " + sql + " => " + value.written();
        }
    }

    /** {@code role b = standby}. */
    record Role(NodeName node, NodeRole role) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.role(this);
        }

        @Override
        public String written() {
            return "role " + node + " = " + role;
        }
    }

    /** {@code streams a -> b}: node b receives WAL from node a. */
    record Streams(NodeName from, NodeName to) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streams(this);
        }

        @Override
        public String written() {
            return "streams " + from + " -> " + to;
        }
    }

    /** {@code running a}. */
    record Running(NodeName node) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.running(this);
        }

        @Override
        public String written() {
            return "running " + node;
        }
    }

    /** {@code setting a NAME = VALUE}, as SHOW prints it. */
    record Setting(NodeName node, String name, Wanted value) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setting(this);
        }

        @Override
        public String written() {
            return "setting " + node + " " + name + " = " + value.written();
        }
    }

    /** {@code file a PATH}: the file exists. */
    record FileExists(NodeName node, String path) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileExists(this);
        }

        @Override
        public String written() {
            return "file " + node + " " + path;
        }
    }

    /** {@code file a PATH ~ REGEX}: a line of it matches. */
    record FileMatches(NodeName node, String path, String regex) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileMatches(this);
        }

        @Override
        public String written() {
            return "file " + node + " " + path + " ~ /" + regex + "/";
        }
    }

    /** {@code log b ~ REGEX}: a line that was written since the task began matches. */
    record LogMatches(NodeName node, String regex) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logMatches(this);
        }

        @Override
        public String written() {
            return "log " + node + " ~ /" + regex + "/";
        }
    }

    /** {@code lost = 0}: the number of lost transactions among those that were acknowledged to the load. */
    record Lost(NumberComparison comparison, long transactions) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lost(this);
        }

        @Override
        public String written() {
            return "lost " + comparison + " " + transactions;
        }
    }

    /** All of them hold; two or more. */
    record All(List<Predicate> parts) implements Predicate {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }

        @Override
        public String written() {
            return joined(parts, " and ");
        }

        @Override
        public String part() {
            return "(" + written() + ")";
        }
    }

    /** At least one of them holds; two or more. */
    record Any(List<Predicate> parts) implements Predicate {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }

        @Override
        public String written() {
            return joined(parts, " or ");
        }

        @Override
        public String part() {
            return "(" + written() + ")";
        }
    }

    /** {@code not …}. */
    record Not(Predicate inner) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }

        @Override
        public String written() {
            return "not " + inner.part();
        }
    }

    private static String joined(List<Predicate> parts, String word) {
        return parts.stream().map(Predicate::part).collect(Collectors.joining(word));
    }

    /** One method for each kind of predicate. */
    interface Visitor<R> {
        R query(Query predicate);

        R role(Role predicate);

        R streams(Streams predicate);

        R running(Running predicate);

        R setting(Setting predicate);

        R fileExists(FileExists predicate);

        R fileMatches(FileMatches predicate);

        R logMatches(LogMatches predicate);

        R lost(Lost predicate);

        R all(All predicate);

        R any(Any predicate);

        R not(Not predicate);
    }
}
