package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;

/** A format that the events of a lab can be written in. */
public interface ExportFormat {
    /** The whole document; the same events give the same text. */
    String write(List<Event> events);
}
