package dev.pgduo.cluster.files;

import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The directory for files that can be made again: {@code $XDG_CACHE_HOME/pgduo}, else {@code ~/.cache/pgduo}. */
public final class CacheDirectory {
    private static final String EVERYBODY = "rwxr-xr-x";

    private CacheDirectory() {}

    /** The cache directory for programs with these rights; for another user it is outside of root's home. */
    public static Path of(RunAs runAs) {
        return runAs.owner().map(user -> Path.of("/var/tmp/pgduo-" + user)).orElseGet(() -> own(System.getenv()));
    }

    public static Path own(Map<String, String> environment) {
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
     * Opens a directory of the cache, and makes it if it does not exist; the user of the servers can enter it.
     *
     * @param cache the result of {@link #of}
     * @param name the directory's name in it
     * @throws IOException also when the cache belongs to another user, who could have made it in a public directory
     */
    public static Path open(Path cache, String name, RunAs runAs) throws IOException {
        Path directory = cache.resolve(name);
        if (runAs.owner().isPresent()) {
            Files.createDirectories(cache.toAbsolutePath().getParent());
            OwnFiles.directory(cache, EVERYBODY);
            return OwnFiles.directory(directory, EVERYBODY);
        }
        Files.createDirectories(cache.toAbsolutePath().getParent());
        make(cache);
        make(directory);
        return directory;
    }

    /** Makes a directory that only this user can write to, whatever the umask is. */
    private static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            try {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(EVERYBODY)));
            } catch (FileAlreadyExistsException e) {
                // Another pgduo has made it meanwhile.
            }
        }
        requireOwn(directory);
    }

    /**
     * Checks that a directory of the cache and those above it, up to the public one, belong to this user.
     *
     * @throws IOException when they do not, or do not exist
     */
    public static void requireOwn(Path cache, String name, RunAs runAs) throws IOException {
        Path directory = cache.resolve(name);
        if (runAs.owner().isPresent()) {
            OwnFiles.requireDirectory(cache, OwnFiles.user());
            OwnFiles.requireDirectory(directory, OwnFiles.user());
        } else {
            requireOwn(cache);
            requireOwn(directory);
        }
    }

    /** Checks one directory. In the user's home, a link may lead to another disk, and the group may have write access. */
    private static void requireOwn(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (OwnFiles.owner(real) != OwnFiles.user()) {
            throw new ForeignFile(
                    directory, "belongs to " + Files.getOwner(real).getName());
        }
        if (Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new ForeignFile(directory, "can be written by everybody");
        }
    }
}
