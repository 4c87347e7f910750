package dev.pgduo.replay.compare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tolerances of a comparison.
 *
 * @param volatileClasses the enabled classes
 * @param mode how rows are compared
 * @param aliases the lab file's paths by the lab's own; replaced in the actual text first, the longest first
 * @param adaptations known differences; used only where the comparison fails without them
 * @param known facts about the output
 * @param earlier values accepted in earlier outputs, to which the relations extend; empty to limit the relations to one output
 * (and always under {@code --update}, which keeps the recorded values of earlier outputs)
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
     * Facts about an output.
     *
     * @param meaning the meaning of its tables' columns
     * @param names the lab's own ports and paths
     */
    public record Known(Meaning meaning, OwnNames names) {
        static final Known NOTHING = new Known(Meaning.NONE, OwnNames.NONE);
    }

    /** How rows are compared. */
    public enum Mode {
        /** In order. */
        ORDERED,
        /** {@code %unordered}: rows of a table, or lines outside of tables, in any order; relations are not checked. */
        UNORDERED,
        /** {@code %ignore}: not compared. */
        IGNORE
    }

    /** All classes enabled, rows in order, no other tolerances. */
    public static Rules standard() {
        return new Rules(
                EnumSet.allOf(VolatileClass.class), Mode.ORDERED, Map.of(), List.of(), Known.NOTHING, List.of());
    }

    /** No tolerances. */
    public static Rules exact() {
        return standard().withClasses(Set.of());
    }

    /** The same with only these classes enabled. */
    public Rules withClasses(Set<VolatileClass> classes) {
        return new Rules(classes, mode, aliases, adaptations, known, earlier);
    }

    /** The same in this mode. */
    public Rules withMode(Mode other) {
        return new Rules(volatileClasses, other, aliases, adaptations, known, earlier);
    }

    /** The same with these aliases: the lab file's paths by the lab's own. */
    public Rules withAliases(Map<String, String> labToTranscript) {
        return new Rules(volatileClasses, mode, labToTranscript, adaptations, known, earlier);
    }

    /** The same with these known differences. */
    public Rules withAdaptations(List<KnownDifference> explained) {
        return new Rules(volatileClasses, mode, aliases, explained, known, earlier);
    }

    /** The same with relations to these values. */
    public Rules withEarlier(List<Binding> bindings) {
        return new Rules(volatileClasses, mode, aliases, adaptations, known, bindings);
    }

    /** The same with these facts about the output. */
    public Rules withKnown(Known facts) {
        return new Rules(volatileClasses, mode, aliases, adaptations, facts, earlier);
    }

    /** Whether the second value may replace a recorded volatile value of this class. */
    boolean mayReplace(VolatileClass kind, String expected, String actual) {
        Optional<String> recorded = known.names().own(kind, expected);
        Optional<String> came = known.names().own(kind, actual);
        boolean own = recorded.isPresent() || came.isPresent();
        return expected.equals(actual) || (own ? recorded.equals(came) : kind.mayReplace(expected, actual));
    }
}
