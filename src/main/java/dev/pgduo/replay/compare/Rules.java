package dev.pgduo.replay.compare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a comparison may overlook.
 *
 * @param volatileClasses the classes that are on
 * @param mode how rows are compared
 * @param aliases the lab's own paths and what the lab file calls them; applied to the actual text first, the longest first
 * @param adaptations differences that are explained; used only where the comparison fails without them
 * @param known what the step tells of its output
 * @param earlier values accepted in earlier outputs, to which the relations reach too; leave it empty to keep the relations
 *     within one output (and always under {@code --update}, which keeps the recorded values of earlier outputs)
 */
public record Rules(
        Set<VolatileClass> volatileClasses,
        Mode mode,
        Map<String, String> aliases,
        List<KnownDifference> adaptations,
        Known known,
        List<Binding> earlier) {
    public Rules {
        EnumSet<VolatileClass> classes = EnumSet.noneOf(VolatileClass.class);
        classes.addAll(volatileClasses);
        volatileClasses = Collections.unmodifiableSet(classes);
        aliases = Map.copyOf(aliases);
        adaptations = List.copyOf(adaptations);
        earlier = List.copyOf(earlier);
    }

    /**
     * What is known of an output.
     *
     * @param meaning of the columns of its tables
     * @param names the lab's own ports and paths
     */
    public record Known(Meaning meaning, OwnNames names) {
        static final Known NOTHING = new Known(Meaning.NONE, OwnNames.NONE);
    }

    /** How rows are compared. */
    public enum Mode {
        /** One after the other. */
        ORDERED,
        /** {@code %unordered}: rows of a table, or lines outside tables, in any order; relations are not checked. */
        UNORDERED,
        /** {@code %ignore}: not at all. */
        IGNORE
    }

    /** All classes on, in order, nothing else overlooked. */
    public static Rules standard() {
        return new Rules(
                EnumSet.allOf(VolatileClass.class), Mode.ORDERED, Map.of(), List.of(), Known.NOTHING, List.of());
    }

    /** Nothing overlooked at all. */
    public static Rules exact() {
        return standard().withClasses(Set.of());
    }

    /** The same with only these classes on. */
    public Rules withClasses(Set<VolatileClass> classes) {
        return new Rules(classes, mode, aliases, adaptations, known, earlier);
    }

    /** The same in this mode. */
    public Rules withMode(Mode other) {
        return new Rules(volatileClasses, other, aliases, adaptations, known, earlier);
    }

    /** The same with these aliases, lab path to lab file path. */
    public Rules withAliases(Map<String, String> labToTranscript) {
        return new Rules(volatileClasses, mode, labToTranscript, adaptations, known, earlier);
    }

    /** The same with these explained differences. */
    public Rules withAdaptations(List<KnownDifference> explained) {
        return new Rules(volatileClasses, mode, aliases, explained, known, earlier);
    }

    /** The same, with the relations reaching to these values. */
    public Rules withEarlier(List<Binding> bindings) {
        return new Rules(volatileClasses, mode, aliases, adaptations, known, bindings);
    }

    /** The same, with this known of the output. */
    public Rules withKnown(Known facts) {
        return new Rules(volatileClasses, mode, aliases, adaptations, facts, earlier);
    }

    /** Whether the second text may stand where a volatile value of this class was recorded. */
    boolean mayReplace(VolatileClass kind, String expected, String actual) {
        Optional<String> recorded = known.names().own(kind, expected);
        Optional<String> came = known.names().own(kind, actual);
        boolean own = recorded.isPresent() || came.isPresent();
        return expected.equals(actual) || (own ? recorded.equals(came) : kind.mayReplace(expected, actual));
    }
}
