package dev.pgduo.cluster.files;

import dev.pgduo.cluster.process.ThisUser;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Checks who owns a file, without following symbolic links. In a directory that is writable for everybody, a file with the
 * expected name may have been made by another user.
 */
public final class OwnFiles {
    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> PASSING =
            Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private OwnFiles() {}

    /** The id of the user who runs this program. */
    public static int user() {
        return ThisUser.id();
    }

    /** The id of a file's owner; for a link, of the link itself. */
    public static int owner(Path path) throws IOException {
        return number(path, "uid");
    }

    private static int number(Path path, String attribute) throws IOException {
        Object value = Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
        return ((Number) value).intValue();
    }

    /**
     * A directory that belongs to this user in a shared place; it is made if nothing has its name.
     *
     * @param permissions as {@code rwx------}; an existing directory may also let others pass through
     * @throws ForeignFile when something else has this name
     */
    public static Path directory(Path directory, String permissions) throws IOException {
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            requireDirectory(directory, user());
        }
        Set<PosixFilePermission> present = Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> most = EnumSet.copyOf(wanted);
        most.addAll(PASSING);
        if (!present.containsAll(wanted) || !most.containsAll(present)) {
            Files.setPosixFilePermissions(directory, wanted);
        }
        return directory;
    }

    /**
     * Checks that this is a directory of that user, which nobody else can write to.
     *
     * @throws ForeignFile when it is not
     */
    public static void requireDirectory(Path directory, int owner) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new ForeignFile(
                    directory, Files.isSymbolicLink(directory) ? "is a symbolic link" : "is no directory");
        }
        require(directory, owner);
    }

    /**
     * Checks that this is a regular file of that user with one link, which nobody else can write to.
     *
     * @throws ForeignFile when it is not
     */
    public static void requireFile(Path file, int owner) throws IOException {
        requirePlain(file);
        require(file, owner);
    }

    /**
     * Checks that this is a regular file with one link, so that writing to it changes no other file.
     *
     * @throws ForeignFile when it is not
     */
    public static void requirePlain(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new ForeignFile(file, found.isSymbolicLink() ? "is a symbolic link" : "is no regular file");
        }
        if (number(file, "nlink") != 1) {
            throw new ForeignFile(file, "has another name");
        }
    }

    private static void require(Path path, int owner) throws IOException {
        if (owner(path) != owner) {
            throw new ForeignFile(path, "belongs to user-ID " + owner(path) + ", not to " + owner);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (permissions.stream().anyMatch(WRITTEN_BY_OTHERS::contains)) {
            throw new ForeignFile(
                    path, String.format("can be written by others (mode %04o)", number(path, "mode") & 07777));
        }
    }
}
