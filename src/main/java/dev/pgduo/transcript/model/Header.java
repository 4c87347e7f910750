package dev.pgduo.transcript.model;

import dev.pgduo.version.VersionSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the front matter says, completed with the defaults.
 *
 * @param title of the lab, or null
 * @param titles of the lab in other languages
 * @param postgres the majors it is meant for, or null for all
 * @param nodes two, {@code a} first
 * @param requires without which the lab cannot be run
 * @param volatileClasses class name to on or off, only those that the lab names
 * @param locale of the servers' and psql's messages, or null
 * @param sessions prompts in column 0 that are sessions', by their numbers
 * @param run how it is run
 */
public record Header(
        @Nullable String title,
        Map<String, String> titles,
        @Nullable VersionSet postgres,
        List<NodeHeader> nodes,
        Requirements requires,
        Map<String, Boolean> volatileClasses,
        @Nullable String locale,
        Map<Integer, String> sessions,
        RunSettings run) {

    /** The names that {@code volatile} knows. */
    public static final List<String> VOLATILE_CLASSES = List.of(
            "pid",
            "xid",
            "lsn",
            "timeline",
            "walfile",
            "timestamp",
            "duration",
            "sysid",
            "port",
            "path",
            "size",
            "count",
            "dots");

    public Header {
        titles = Map.copyOf(titles);
        nodes = List.copyOf(nodes);
        volatileClasses = Map.copyOf(volatileClasses);
        sessions = Map.copyOf(sessions);
    }

    /** Reads the reference lab: {@code postgres>} and 5432 are A, {@code postgres2>} and 5433 are B. */
    public static Header defaults() {
        return new Header(
                null,
                Map.of(),
                null,
                List.of(NodeHeader.a(), NodeHeader.b()),
                Requirements.NONE,
                Map.of(),
                null,
                Map.of(),
                RunSettings.STANDARD);
    }

    /** The same header with another timeout. */
    public Header withTimeout(Duration limit) {
        return with(run.withTimeout(limit));
    }

    /** The same header, run so. */
    public Header with(RunSettings other) {
        return new Header(title, titles, postgres, nodes, requires, volatileClasses, locale, sessions, other);
    }

    /** The title in the language that the lab is played in, else the other one; empty when it has none. */
    public Optional<String> shownTitle() {
        return Optional.ofNullable(titles.getOrDefault(run.variant().language(), title));
    }

    /** How long a read is retried. */
    public Duration retry() {
        return run.retry();
    }

    /** The node with this port in the lab file. */
    public Optional<NodeHeader> nodeAtPort(int port) {
        return nodes.stream().filter(node -> node.port() == port).findFirst();
    }

    /** The node of this name. */
    public Optional<NodeHeader> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Whether a volatile class is switched on; all are unless the lab says otherwise. */
    public boolean isVolatile(String name) {
        return volatileClasses.getOrDefault(name, true);
    }
}
