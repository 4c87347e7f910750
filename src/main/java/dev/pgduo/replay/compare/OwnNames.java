package dev.pgduo.replay.compare;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The meaning of a lab's own ports and paths: a value that is one of them never matches another one.
 *
 * @param ports the nodes of the lab file's ports
 * @param paths the places of the lab file's paths ({@code a data})
 */
public record OwnNames(Map<String, String> ports, Map<String, String> paths) {
    /** No names. */
    public static final OwnNames NONE = new OwnNames(Map.of(), Map.of());

    public OwnNames {
        ports = Map.copyOf(ports);
        paths = Map.copyOf(paths);
    }

    /** The meaning of a value; empty when it is none of the lab's own. */
    Optional<String> own(VolatileClass kind, String value) {
        return switch (kind) {
            case PORT -> Optional.ofNullable(ports.get(value));
            case PATH -> place(value);
            default -> Optional.empty();
        };
    }

    /** The place of the longest path with which this one begins, and the rest of it. */
    private Optional<String> place(String path) {
        return paths.keySet().stream()
                .filter(own -> path.equals(own) || path.startsWith(own + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(own -> paths.get(own) + path.substring(own.length()));
    }
}
