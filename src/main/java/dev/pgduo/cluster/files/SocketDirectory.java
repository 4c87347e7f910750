package dev.pgduo.cluster.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The private directory (0700) of a node's socket. A socket's path can have at most 107 bytes, so a node with a longer path
 * gets a directory in /tmp, whose name is recorded in the node's own directory.
 *
 * @param root the node's directory
 */
public record SocketDirectory(Path root) {
    private static final Path PUBLIC = Path.of("/tmp");
    private static final String PREFIX = "pgduo-";
    private static final int LONGEST = 107 - "/.s.PGSQL.65535".length();

    public Path path() {
        Path own = root.resolve("socket");
        return own.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST ? create(own) : elsewhere();
    }

    private Path elsewhere() {
        try {
            Optional<Path> known = recorded();
            if (known.isPresent()) {
                return known.get();
            }
            Path made = Files.createTempDirectory(PUBLIC, PREFIX);
            Files.deleteIfExists(record());
            Files.writeString(record(), made + "\n", StandardOpenOption.CREATE_NEW);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The recorded directory in /tmp, if it still belongs to this node: after a reboot it may be gone, and its name used by
     * another user; and the record may have been written by another user.
     */
    public Optional<Path> recorded() throws IOException {
        if (!Files.isRegularFile(record(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String name = Files.readString(record()).strip();
        Path known = PUBLIC.resolve(name.substring(name.lastIndexOf('/') + 1));
        boolean ours = known.toString().equals(name)
                && known.getFileName().toString().startsWith(PREFIX)
                && Files.isDirectory(known, LinkOption.NOFOLLOW_LINKS)
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(known, LinkOption.NOFOLLOW_LINKS))
                        .equals("rwx------")
                && (OwnFiles.owner(known) == OwnFiles.user() || OwnFiles.owner(known) == OwnFiles.owner(root));
        return ours ? Optional.of(known) : Optional.empty();
    }

    private Path record() {
        return root.resolve("socket-directory");
    }

    private Path create(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(root);
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        } catch (FileAlreadyExistsException e) {
            // Another thread, or another pgduo, has made it meanwhile.
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
