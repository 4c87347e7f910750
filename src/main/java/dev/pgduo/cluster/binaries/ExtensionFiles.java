package dev.pgduo.cluster.binaries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control files of a server's extensions.
 *
 * @param directory the directory {@code extension} in the server's share directory
 */
public record ExtensionFiles(Path directory) {
    /** The control file that every server has. */
    private static final String ALWAYS_THERE = "plpgsql.control";

    /** The files of this server; empty when its share directory is in no known place. */
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

    /** Whether {@code create extension} would find this extension. */
    public boolean has(String extension) {
        return !extension.contains("/") && Files.isRegularFile(directory.resolve(extension + ".control"));
    }
}
