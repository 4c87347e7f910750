package dev.pgduo.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pgduo.replay.event.Event;
import dev.pgduo.report.TerminalText;
import dev.pgduo.table.DisplayWidth;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A recording of a terminal in asciinema's format: input is typed letter by letter, headings are markers. Events of a play keep
 * their times; others get regular ones.
 *
 * @see <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast v2</a>
 */
final class Asciicast implements ExportFormat {
    /** The versions of the format: with times since the beginning, or since the previous event. */
    enum Version {
        TWO,
        THREE
    }

    private static final int LEAST_COLUMNS = 80;
    private static final int ROWS = 24;
    private static final double LETTER = 0.04;
    private static final double PAUSE = 0.6;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Version version;

    Asciicast(Version version) {
        this.version = version;
    }

    @Override
    public String write(List<Event> events) {
        return new Recording(events, version).text();
    }

    /** Writes one recording. */
    private static final class Recording {
        private final List<Event> events;
        private final Version version;
        private final StringBuilder text = new StringBuilder();
        private double time;
        private double told;

        Recording(List<Event> events, Version version) {
            this.events = events;
            this.version = version;
        }

        String text() {
            text.append(head()).append('\n');
            for (Event event : events) {
                if (event.at() > 0) {
                    time = Math.max(time, event.at() / 1e3);
                }
                tell(event);
            }
            return text.toString();
        }

        private void tell(Event event) {
            switch (event.kind()) {
                case HEADING -> {
                    pause(event);
                    String title = TerminalText.controlsShown(event.text().get(0));
                    entry("m", title);
                    screen("\r\n\u001b[1m" + title + "\u001b[0m\r\n");
                }
                case PROSE -> {
                    pause(event);
                    screen("\r\n");
                    event.text().forEach(line -> screen(TerminalText.controlsShown(line) + "\r\n"));
                }
                case TYPED -> {
                    pause(event);
                    screen("\r\n");
                    event.lines().forEach(this::typed);
                }
                case PRINTED -> {
                    pause(event);
                    screen(event.fact("late").equals("true") ? "\r\n" : "");
                    event.lines().forEach(line -> screen(line + "\r\n"));
                }
                case LAB, NOTE, WAITED, REMARK, ENDED, FINISHED -> {}
            }
        }

        private void pause(Event event) {
            time += event.at() > 0 ? 0 : PAUSE;
        }

        /** Writes typed text; its prompt appears at once. */
        private void typed(String line) {
            int prompt = line.indexOf("> ") < 0 ? 0 : line.indexOf("> ") + 2;
            screen(line.substring(0, prompt));
            line.substring(prompt).codePoints().forEach(letter -> {
                time += LETTER;
                screen(Character.toString(letter));
            });
            screen("\r\n");
        }

        private void screen(String output) {
            if (!output.isEmpty()) {
                entry("o", output);
            }
        }

        private String head() {
            int columns = events.stream()
                    .flatMap(event -> event.lines().stream())
                    .mapToInt(DisplayWidth::of)
                    .max()
                    .orElse(0);
            return json(json -> {
                json.writeStartObject();
                json.writeNumberField("version", version == Version.TWO ? 2 : 3);
                if (version == Version.TWO) {
                    json.writeNumberField("width", Math.max(columns, LEAST_COLUMNS));
                    json.writeNumberField("height", ROWS);
                } else {
                    json.writeObjectFieldStart("term");
                    json.writeNumberField("cols", Math.max(columns, LEAST_COLUMNS));
                    json.writeNumberField("rows", ROWS);
                    json.writeEndObject();
                }
                json.writeStringField("title", Blocks.title(events));
                json.writeEndObject();
            });
        }

        private void entry(String kind, String data) {
            double shown = version == Version.TWO ? time : time - told;
            told = time;
            text.append(json(json -> {
                        json.writeStartArray();
                        json.writeNumber(String.format(Locale.ROOT, "%.3f", shown));
                        json.writeString(kind);
                        json.writeString(data);
                        json.writeEndArray();
                    }))
                    .append('\n');
        }
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Content content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
