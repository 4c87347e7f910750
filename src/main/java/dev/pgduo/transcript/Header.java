package dev.pgduo.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the front matter says, completed with the defaults.
 *
 * @param title of the lab, or null
 * @param postgres the majors it is meant for, or null for all
 * @param nodes two, {@code a} first
 * @param requires without which the lab cannot be run
 * @param volatileClasses class name to on or off, only those that the lab names
 * @param locale of the servers' and psql's messages, or null
 * @param retry how long a read is retried, 10 s unless the lab says otherwise; zero is never
 */
public record Header(
        @Nullable String title,
        @Nullable ReleaseSet postgres,
        List<NodeHeader> nodes,
        Requirements requires,
        Map<String, Boolean> volatileClasses,
        @Nullable String locale,
        Duration retry) {

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
            "dots");

    public Header {
        nodes = List.copyOf(nodes);
        volatileClasses = Map.copyOf(volatileClasses);
    }

    /** Reads the reference lab: {@code postgres>} and 5432 are A, {@code postgres2>} and 5433 are B. */
    public static Header defaults() {
        return new Header(
                null,
                null,
                List.of(NodeHeader.a(), NodeHeader.b()),
                Requirements.NONE,
                Map.of(),
                null,
                Duration.ofSeconds(10));
    }

    /** The node with this port in the transcript. */
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
