package dev.pgduo.cluster.binaries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control files of the extensions that a server could create.
 *
 * @param directory {@code extension} in the server's share directory
 */
public record ExtensionFiles(Path directory) {
    /** Every server comes with it. */
    private static final String ALWAYS_THERE = "plpgsql.control";

    /** Those of this server; empty when its share directory is in no usual place. */
    public static Optional<ExtensionFiles> of(ServerBinaries server) {
        Path bin = server.bin();
        String major = server.version().majorName();
        return Stream.concat(
                        Stream.of("../share/postgresql/extension", "../share/extension", "../../share/extension")
                                .map(bin::resolve),
                        List.of(Path.of("/usr/share/postgresql", major, "extension")).stream())
                .map(Path::normalize)
                .filter(place -> Files.isRegularFile(place.resolve(ALWAYS_THERE)))
                .findFirst()
                .map(ExtensionFiles::new);
    }

    /** Whether {@code create extension} would find it. */
    public boolean has(String extension) {
        return !extension.contains("/") && Files.isRegularFile(directory.resolve(extension + ".control"));
    }
}
