package dev.pgduo.transcript.model;

import java.util.List;
import java.util.Optional;

/**
 * A node's prompt, port and paths in a lab file.
 *
 * @param name {@code a} or {@code b}
 * @param prompt the prompt of its OS shell, with the {@code >}
 * @param port the port in the lab file
 * @param paths the paths in the lab file; the first one for each place is used for output
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

    /** The path in the lab file for a place, if there is one. */
    public Optional<String> path(PathAlias.Place place) {
        return paths.stream()
                .filter(alias -> alias.place() == place)
                .map(PathAlias::path)
                .findFirst();
    }
}
