package dev.pgduo.replay.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Events as JSON, one a line; docs/export.md describes the format. */
public final class EventLines {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private EventLines() {}

    /** One event, without a line end. */
    public static String write(Event event) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("event", event.kind().toString());
            json.writeNumberField("at", event.at());
            if (event.line() > 0) {
                json.writeNumberField("line", event.line());
            }
            if (!event.pane().name().isEmpty()) {
                json.writeStringField("pane", event.pane().name());
            }
            if (!event.pane().node().isEmpty()) {
                json.writeStringField("node", event.pane().node());
            }
            if (!event.prefix().isEmpty()) {
                json.writeStringField("prefix", event.prefix());
            }
            if (!event.text().isEmpty()) {
                json.writeArrayFieldStart("text");
                for (String line : event.text()) {
                    json.writeString(line);
                }
                json.writeEndArray();
            }
            for (Map.Entry<String, String> fact : new TreeMap<>(event.facts()).entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /**
     * Parses such lines.
     *
     * @param source the name for messages
     * @throws LabException with the number of the first invalid line
     */
    public static List<Event> read(Stream<String> lines, String source) {
        List<Event> events = new ArrayList<>();
        int[] number = {0};
        lines.forEach(line -> {
            number[0]++;
            if (!line.isBlank()) {
                events.add(event(line, new Position(source, number[0], 0)));
            }
        });
        return events;
    }

    private static Event event(String line, Position place) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(place, "The line is no JSON object.");
            }
            Map<String, String> facts = new TreeMap<>();
            List<String> text = new ArrayList<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        text.add(json.getValueAsString(""));
                    }
                } else {
                    facts.put(name, json.getValueAsString(""));
                }
            }
            return event(facts, text, place);
        } catch (JsonProcessingException e) {
            throw wrong(place, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(Map<String, String> facts, List<String> text, Position place) {
        String word = taken(facts, "event");
        Event.Kind kind = Stream.of(Event.Kind.values())
                .filter(each -> each.toString().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(place, "There is no event \"" + word + "\"."));
        long at = number(taken(facts, "at"), place);
        int line = (int) number(taken(facts, "line"), place);
        EventPane pane = new EventPane(taken(facts, "pane"), taken(facts, "node"));
        String prefix = taken(facts, "prefix");
        return new Event(kind, line, pane, prefix, text, at, facts);
    }

    private static String taken(Map<String, String> facts, String name) {
        String value = facts.remove(name);
        return value == null ? "" : value;
    }

    private static long number(String text, Position place) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(place, "\"" + text + "\" is no number.");
        }
    }

    private static LabException wrong(Position place, String detail) {
        return new LabException(ErrorReport.error("the line is not an event of a lab")
                .detail(detail)
                .hint("\"play FILE.lab --events FILE\" writes events.")
                .at(place));
    }
}
