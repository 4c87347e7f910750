package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.shell.prompt.Pane.Worker;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command or statement that is being run.
 *
 * @param time when it began
 * @param worker the server process that runs it; null for a command of the lab
 * @param text the typed text in one line
 */
record Note(String time, @Nullable Worker worker, String text) {
    private static final String SEPARATOR = "\t";
    private static final int PARTS = 4;

    /** A note that begins now. */
    static Note now(@Nullable Worker worker, String text) {
        String time = LocalTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return new Note(time, worker, text.strip().replaceAll("\\s+", " "));
    }

    /** Parses a {@linkplain #line() line}; empty when it is no note. */
    static Optional<Note> of(String line) {
        String[] parts = line.split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        boolean known = parts[2].matches("\\d{1,9}");
        Worker worker = known
                ? NodeName.find(parts[1])
                        .map(node -> new Worker(node, Integer.parseInt(parts[2])))
                        .orElse(null)
                : null;
        return Optional.of(new Note(parts[0], worker, parts[PARTS - 1]));
    }

    /** The note as one line. */
    String line() {
        Worker by = worker;
        return String.join(
                SEPARATOR,
                time,
                by == null ? "" : by.node().toString(),
                by == null ? "" : Integer.toString(by.pid()),
                text);
    }
}
