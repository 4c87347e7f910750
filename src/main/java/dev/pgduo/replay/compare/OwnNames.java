package dev.pgduo.replay.compare;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What a lab's own ports and paths stand for: a value that is one of them never stands for another.
 *
 * @param ports a port as the lab file writes it, and its node
 * @param paths a path as the lab file writes it, and its place ({@code a data})
 */
public record OwnNames(Map<String, String> ports, Map<String, String> paths) {
    /** No names at all. */
    public static final OwnNames NONE = new OwnNames(Map.of(), Map.of());

    public OwnNames {
        ports = Map.copyOf(ports);
        paths = Map.copyOf(paths);
    }

    /** What this value is called in the lab; empty when it is none of the lab's own. */
    Optional<String> own(VolatileClass kind, String value) {
        return switch (kind) {
            case PORT -> Optional.ofNullable(ports.get(value));
            case PATH -> place(value);
            default -> Optional.empty();
        };
    }

    /** The place of the longest of the paths that this one begins with, and what follows it. */
    private Optional<String> place(String path) {
        return paths.keySet().stream()
                .filter(own -> path.equals(own) || path.startsWith(own + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(own -> paths.get(own) + path.substring(own.length()));
    }
}
