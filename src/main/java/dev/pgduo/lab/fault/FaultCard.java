package dev.pgduo.lab.fault;

import java.util.List;

/**
 * The description of a fault: name, node, arguments and lesson.
 *
 * @param name what a person types
 * @param sentence what the fault does, without a full stop
 * @param constructed whether pgduo itself makes the effects that a broken machine would have
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

    /** A fault whose effects are the server's own. */
    public FaultCard(
            String name, FaultGroup group, Side side, String sentence, List<Parameter> parameters, Lesson lesson) {
        this(name, group, side, sentence, parameters, lesson, false);
    }

    /** The same card, marked as a fault that pgduo constructs. */
    public FaultCard asConstructed() {
        return new FaultCard(name, group, side, sentence, parameters, lesson, true);
    }

    /** What the fault does, and whether it is constructed, for lists. */
    public String words() {
        return constructed ? sentence + " (constructed)" : sentence;
    }

    /**
     * An argument that a fault takes: {@code name=value}.
     *
     * @param usual the default value
     */
    public record Parameter(String name, String usual, String description) {}
}
