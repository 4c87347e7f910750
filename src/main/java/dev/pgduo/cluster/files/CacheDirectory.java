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

/** Where things are kept that can be made again: {@code $XDG_CACHE_HOME/pgduo}, else {@code ~/.cache/pgduo}. */
public final class CacheDirectory {
    private static final String EVERYBODY = "rwxr-xr-x";

    private CacheDirectory() {}

    /** The directory for programs with these rights; another user cannot get into root's home. */
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
     * A directory of the cache, made when it is missing; the user that the servers run as can enter it.
     *
     * @param cache from {@link #of}
     * @param name of the directory in it
     * @throws IOException also when the cache is somebody else's: one in a public directory could have been put there
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

    /** Whatever the umask is, nobody else may write there. */
    private static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            try {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(EVERYBODY)));
            } catch (FileAlreadyExistsException e) {
                // Another pgduo was faster.
            }
        }
        requireOwn(directory);
    }

    /**
     * Makes sure that a directory of the cache is this user's, all the way from the one that others may write to.
     *
     * @throws IOException when it is not, or is not there
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

    /** In one's own home a link may lead to another disk, and one's group may be oneself. */
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
