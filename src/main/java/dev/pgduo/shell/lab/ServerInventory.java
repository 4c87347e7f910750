package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.InstalledServers;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers on which labs can run; within a major, the one that is the default for it comes first.
 *
 * @param installed servers that are installed on this machine
 * @param downloaded servers that are in the cache, or can be downloaded from Maven repositories
 */
record ServerInventory(InstalledServers installed, DownloadedServers downloaded) {
    /** One line of {@code pg list}; sorting is stable, so that sources keep their order of precedence. */
    private record Row(
            ServerVersion version, String source, @Nullable Long bytes, String where) {
        List<@Nullable String> cells() {
            String size = bytes == null ? null : String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
            return Arrays.asList(version.majorName(), version.toString(), source, size, where);
        }
    }

    List<List<@Nullable String>> rows() {
        List<Row> rows = new ArrayList<>();
        installed
                .available()
                .forEach(server -> rows.add(new Row(
                        server.version(), "installed", null, server.bin().toString())));
        List<ServerBinaries> unpacked = downloaded.available();
        unpacked.forEach(server -> rows.add(unpacked(server)));
        Set<ServerVersion> ready =
                unpacked.stream().map(ServerBinaries::version).collect(Collectors.toSet());
        downloaded.versions().stream()
                .filter(version -> !ready.contains(version))
                .forEach(version -> rows.add(toCome(version)));
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.version().major()).reversed())
                .map(Row::cells)
                .toList();
    }

    private static Row unpacked(ServerBinaries server) {
        Path directory = server.bin().resolveSibling("").normalize();
        return new Row(server.version(), "downloaded", size(directory), directory.toString());
    }

    private Row toCome(ServerVersion version) {
        Path archive = downloaded.archive(version);
        return Files.isRegularFile(archive)
                ? new Row(version, "to unpack", size(archive), "Maven's local repository")
                : new Row(version, "to download", null, "Maven's repositories");
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
