package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;

/** A format for the events of a lab. */
public interface ExportFormat {
    /** The whole document; it depends only on the events. */
    String write(List<Event> events);
}
