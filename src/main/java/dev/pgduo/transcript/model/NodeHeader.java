package dev.pgduo.transcript.model;

import java.util.List;
import java.util.Optional;

/**
 * A node's prompt, port and paths as a lab file names them.
 *
 * @param name {@code a} or {@code b}
 * @param prompt of its OS shell, with the {@code >}
 * @param port that the lab file writes
 * @param paths that the lab file writes; the first of each place is the one shown
 */
public record NodeHeader(String name, String prompt, int port, List<PathAlias> paths) {
    public NodeHeader {
        paths = List.copyOf(paths);
    }

    public static NodeHeader a() {
        return standard("a", "", 5432);
    }

    public static NodeHeader b() {
        return standard("b", "2", 5433);
    }

    private static NodeHeader standard(String name, String suffix, int port) {
        return new NodeHeader(
                name,
                "postgres" + suffix + ">",
                port,
                List.of(
                        new PathAlias("/usr/local/pgsql" + suffix + "/data", PathAlias.Place.DATA),
                        new PathAlias("/home/postgres" + suffix + "/logfile", PathAlias.Place.LOG),
                        new PathAlias("/home/postgres" + suffix, PathAlias.Place.HOME),
                        new PathAlias("/var/run/postgresql", PathAlias.Place.SOCKET)));
    }

    /** The path that the lab file writes for a place, if it writes any. */
    public Optional<String> path(PathAlias.Place place) {
        return paths.stream()
                .filter(alias -> alias.place() == place)
                .map(PathAlias::path)
                .findFirst();
    }
}
