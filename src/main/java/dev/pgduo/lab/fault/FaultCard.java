package dev.pgduo.lab.fault;

import java.util.List;

/**
 * What there is to know about a fault before it happens.
 *
 * @param name what a person types
 * @param sentence what it does, without a full stop
 */
public record FaultCard(
        String name, FaultGroup group, Side side, String sentence, List<Parameter> parameters, Lesson lesson) {
    public FaultCard {
        parameters = List.copyOf(parameters);
    }

    /**
     * An argument that a fault takes: {@code name=value}.
     *
     * @param usual its value when nobody says another
     */
    public record Parameter(String name, String usual, String description) {}
}
