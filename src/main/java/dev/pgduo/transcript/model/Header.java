package dev.pgduo.transcript.model;

import dev.pgduo.version.VersionSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the front matter, with defaults for missing ones.
 *
 * @param title of the lab, or null
 * @param titles the titles in other languages
 * @param postgres the majors for which it is meant, or null for all
 * @param nodes two nodes, {@code a} first
 * @param requires the programs and extensions that it requires
 * @param volatileClasses whether a class is enabled, only for those that the lab names
 * @param locale the locale of the servers' and psql's messages, or null
 * @param sessions prompts in column 0 that belong to sessions, with the sessions' numbers
 * @param run the settings of the play
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

    /** The names that {@code volatile} accepts. */
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

    /** The header of the reference lab: {@code postgres>} and 5432 are node a, {@code postgres2>} and 5433 are node b. */
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

    /** The same header with other settings of the play. */
    public Header with(RunSettings other) {
        return new Header(title, titles, postgres, nodes, requires, volatileClasses, locale, sessions, other);
    }

    /** The title in the language of the play, else the default one; empty when the lab has none. */
    public Optional<String> shownTitle() {
        return Optional.ofNullable(titles.getOrDefault(run.variant().language(), title));
    }

    /** How long a read is repeated. */
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

    /** Whether a volatile class is enabled; all are by default. */
    public boolean isVolatile(String name) {
        return volatileClasses.getOrDefault(name, true);
    }
}
