package dev.pgduo.cluster.binaries;

import dev.pgduo.cluster.process.Programs;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this machine: PATH's directories first, then the distributions' usual ones on Linux and macOS. Searches once,
 * at the first call; for one thread.
 */
public final class InstalledServers implements BinariesSource {
    private static final List<String> USUAL = List.of(
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/usr/lib/postgresql*/bin",
            "/usr/libexec/postgresql*",
            "/usr/local/pgsql*/bin",
            "/usr/local/postgresql*/bin",
            "/opt/postgresql*/bin",
            "/opt/postgres*/*/bin",
            "/opt/pgsql*/bin",
            "/opt/homebrew/opt/postgresql*/bin",
            "/usr/local/opt/postgresql*/bin",
            "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin",
            "/Library/PostgreSQL/*/bin");

    private final List<Path> path;
    private final List<String> patterns;
    private @Nullable List<ServerBinaries> found;

    private InstalledServers(List<Path> path, List<String> patterns) {
        this.path = List.copyOf(path);
        this.patterns = List.copyOf(patterns);
    }

    /** The servers on this machine. */
    public static InstalledServers onThisMachine() {
        return new InstalledServers(Programs.path(), USUAL);
    }

    /** Servers in these directories and patterns only (a {@code *} stands for part of one directory's name). */
    static InstalledServers in(List<Path> path, List<String> patterns) {
        return new InstalledServers(path, patterns);
    }

    @Override
    public String name() {
        return "installed";
    }

    @Override
    public List<ServerVersion> versions() {
        return available().stream().map(ServerBinaries::version).toList();
    }

    @Override
    public Optional<ServerBinaries> get(ServerVersion version) {
        return available().stream()
                .filter(server -> server.version().equals(version))
                .findFirst();
    }

    @Override
    public List<ServerBinaries> available() {
        List<ServerBinaries> known = found;
        if (known == null) {
            known = look();
            found = known;
        }
        return known;
    }

    private List<ServerBinaries> look() {
        Map<Path, ServerBinaries> servers = new LinkedHashMap<>();
        candidates()
                .forEach(directory -> BinDirectory.usable(directory)
                        .ifPresent(server -> servers.putIfAbsent(real(server.bin()), server)));
        // The sort is stable: of two equal versions the one in PATH stays first.
        return servers.values().stream()
                .sorted(Comparator.comparing(ServerBinaries::version).reversed())
                .toList();
    }

    @Override
    public List<String> searched() {
        List<String> all = new ArrayList<>();
        all.add("PATH");
        all.addAll(patterns);
        return all;
    }

    private List<Path> candidates() {
        List<Path> all = new ArrayList<>(path);
        patterns.forEach(pattern -> all.addAll(expand(Path.of("/"), Path.of(pattern))));
        return all;
    }

    private static List<Path> expand(Path base, Path pattern) {
        if (pattern.getNameCount() == 0 || !Files.isDirectory(base)) {
            return List.of();
        }
        String name = pattern.getName(0).toString();
        List<Path> found = new ArrayList<>();
        for (Path entry : name.contains("*") ? matching(base, name) : List.of(base.resolve(name))) {
            found.addAll(
                    pattern.getNameCount() == 1
                            ? List.of(entry)
                            : expand(entry, pattern.subpath(1, pattern.getNameCount())));
        }
        return found;
    }

    private static List<Path> matching(Path directory, String name) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, name)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return found;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory;
        }
    }
}
