package dev.pgduo.cluster;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Where things are kept that can be made again: {@code $XDG_CACHE_HOME/pgduo}, else {@code ~/.cache/pgduo}. */
public final class CacheDirectory {
    private CacheDirectory() {}

    /** The directory for programs with these rights; another user cannot get into root's home. */
    public static Path of(RunAs runAs) {
        return runAs.owner().map(user -> Path.of("/var/tmp/pgduo-" + user)).orElseGet(() -> own(System.getenv()));
    }

    static Path own(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.startsWith("/") ? Path.of(cache) : home(environment).resolve(".cache")).resolve("pgduo");
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        Path directory = Path.of(home.startsWith("/") ? home : System.getProperty("user.home", ""));
        if (!directory.isAbsolute()) {
            throw LabException.of(
                    "could not find a directory for the cache: there is no home directory",
                    "Set HOME, or XDG_CACHE_HOME to a directory that can be written.");
        }
        return directory;
    }

    /**
     * A directory of the cache, made when it is missing; the user that the servers run as can enter it.
     *
     * @param cache from {@link #of}
     * @param name of the directory in it
     * @throws IOException also when the cache is somebody else's: one in a public directory could have been put there
     */
    public static Path open(Path cache, String name, RunAs runAs) throws IOException {
        Path directory = cache.resolve(name);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        requireOwn(cache);
        if (runAs.owner().isPresent()) {
            admit(cache);
            admit(directory);
        }
        return directory;
    }

    private static void admit(Path directory) throws IOException {
        Set<PosixFilePermission> everybody = PosixFilePermissions.fromString("rwxr-xr-x");
        if (!Files.getPosixFilePermissions(directory).equals(everybody)) {
            Files.setPosixFilePermissions(directory, everybody);
        }
    }

    private static void requireOwn(Path cache) throws IOException {
        String owner = Files.getOwner(cache, LinkOption.NOFOLLOW_LINKS).getName();
        if (!owner.equals(System.getProperty("user.name"))) {
            throw new IOException("the cache directory \"" + cache + "\" belongs to " + owner);
        }
    }
}
