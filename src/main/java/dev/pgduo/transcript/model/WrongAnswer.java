package dev.pgduo.transcript.model;

import java.util.List;

/**
 * Commands that do not do a task, one after the other.
 *
 * @param parts in order, at least one
 * @param failing whether the last one ends in an error
 */
public record WrongAnswer(List<Part> parts, boolean failing) {
    public WrongAnswer {
        parts = List.copyOf(parts);
    }

    /** One command; sealed, see {@link Visitor}. */
    public sealed interface Part {
        /** Calls the method for this kind of command. */
        <R> R accept(Visitor<R> visitor);
    }

    /**
     * Statements on a node, in a session of their own.
     *
     * @param node {@code a} or {@code b}
     */
    public record Sql(String node, String statements) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sql(this);
        }
    }

    /** A command of the lab. */
    public record Lab(String command) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lab(this);
        }
    }

    /**
     * A line at a node's OS prompt.
     *
     * @param node {@code a} or {@code b}
     */
    public record Os(String node, String line) implements Part {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.os(this);
        }
    }

    /** One method for each kind of command. */
    public interface Visitor<R> {
        R sql(Sql part);

        R lab(Lab part);

        R os(Os part);
    }
}
