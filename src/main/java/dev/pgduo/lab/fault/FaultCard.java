package dev.pgduo.lab.fault;

import java.util.List;

/**
 * The description of a fault: name, node, arguments and lesson.
 *
 * @param name what a person types
 * @param sentence what it does, without a full stop
 * @param constructed whether pgduo makes by hand what else a broken machine would do
 */
public record FaultCard(
        String name,
        FaultGroup group,
        Side side,
        String sentence,
        List<Parameter> parameters,
        Lesson lesson,
        boolean constructed) {
    public FaultCard {
        parameters = List.copyOf(parameters);
    }

    /** One that the server suffers by itself. */
    public FaultCard(
            String name, FaultGroup group, Side side, String sentence, List<Parameter> parameters, Lesson lesson) {
        this(name, group, side, sentence, parameters, lesson, false);
    }

    /** The same as one that pgduo constructs. */
    public FaultCard asConstructed() {
        return new FaultCard(name, group, side, sentence, parameters, lesson, true);
    }

    /** What it does, and whether it is constructed: what lists show. */
    public String words() {
        return constructed ? sentence + " (constructed)" : sentence;
    }

    /**
     * An argument that a fault takes: {@code name=value}.
     *
     * @param usual its value when nobody says another
     */
    public record Parameter(String name, String usual, String description) {}
}
