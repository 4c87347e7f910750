package dev.pgduo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The private directory (0700) of a node's socket. A socket's path has at most 107 bytes, so a node that lies deeper gets a
 * directory under /tmp, whose name is kept in the node's own directory.
 *
 * @param root the node's directory
 */
record SocketDirectory(Path root) {
    private static final int LONGEST = 107 - "/.s.PGSQL.65535".length();

    Path path() {
        Path own = root.resolve("socket");
        return own.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST ? create(own) : elsewhere();
    }

    private Path elsewhere() {
        Path record = root.resolve("socket-directory");
        try {
            if (Files.exists(record)) {
                Path known = Path.of(Files.readString(record).strip());
                if (trusted(known)) {
                    return known;
                }
            }
            Path made = Files.createTempDirectory(Path.of("/tmp"), "pgduo-");
            Files.writeString(record, made + "\n");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a reboot the directory may be gone, and its name taken by somebody else. */
    private static boolean trusted(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))
                        .equals("rwx------");
    }

    private Path create(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(root);
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
