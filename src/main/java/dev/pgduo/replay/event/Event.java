package dev.pgduo.replay.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event of a lab.
 *
 * @param kind the event's kind
 * @param line the line of the file to which it belongs, from 1; 0 for none
 * @param pane the place of the event; {@link EventPane#NONE} for text
 * @param prefix the indentation and bars before each line in the file
 * @param text the lines, without the prefix
 * @param at milliseconds since the beginning; 0 without a play
 * @param facts further facts by name; docs/export.md lists the names for each kind
 */
public record Event(
        Kind kind, int line, EventPane pane, String prefix, List<String> text, long at, Map<String, String> facts) {
    /** The kinds of events. */
    public enum Kind {
        /** The lab begins. */
        LAB,
        HEADING,
        PROSE,
        NOTE,
        /** Lines were typed, with their prompts. */
        TYPED,
        /** Lines were printed. */
        PRINTED,
        /** pgduo has waited, which the lab file does not mention. */
        WAITED,
        /** A remark of pgduo about the step. */
        REMARK,
        /** A step has ended. */
        ENDED,
        /** The lab has ended. */
        FINISHED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Event {
        text = List.copyOf(text);
        facts = Map.copyOf(facts);
    }

    /** An event with text, without a pane. */
    public static Event told(Kind kind, int line, List<String> text, long at) {
        return new Event(kind, line, EventPane.NONE, "", text, at, Map.of());
    }

    /** The same with one more fact. */
    public Event with(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Event(kind, line, pane, prefix, text, at, more);
    }

    /** The value of a fact, or an empty text. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The lines with the prefix, as on the screen. */
    public List<String> lines() {
        return text.stream().map(line -> prefix + line).toList();
    }
}
