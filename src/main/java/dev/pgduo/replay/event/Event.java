package dev.pgduo.replay.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that happened in a lab.
 *
 * @param kind what it is
 * @param line 1-based line of the file that it belongs to; 0 when it belongs to none
 * @param pane where it happened; {@link EventPane#NONE} for what is told
 * @param prefix indent and bars that the file has before each line
 * @param text its lines, without the prefix
 * @param at milliseconds since the beginning; 0 when it was not played
 * @param facts what else is known, by name; docs/export.md lists the names of each kind
 */
public record Event(
        Kind kind, int line, EventPane pane, String prefix, List<String> text, long at, Map<String, String> facts) {
    /** What an event is. */
    public enum Kind {
        /** The lab begins. */
        LAB,
        HEADING,
        PROSE,
        NOTE,
        /** Lines that were typed, with their prompts. */
        TYPED,
        /** Lines that were printed. */
        PRINTED,
        /** What pgduo waited for, although the lab does not say so. */
        WAITED,
        /** What pgduo says of the step. */
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

    /** Something that is told, at no pane. */
    public static Event told(Kind kind, int line, List<String> text, long at) {
        return new Event(kind, line, EventPane.NONE, "", text, at, Map.of());
    }

    /** The same with another fact. */
    public Event with(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Event(kind, line, pane, prefix, text, at, more);
    }

    /** A fact, or an empty text. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Its lines as the screen has them, with the prefix. */
    public List<String> lines() {
        return text.stream().map(line -> prefix + line).toList();
    }
}
