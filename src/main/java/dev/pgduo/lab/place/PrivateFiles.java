package dev.pgduo.lab.place;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that only their owner may use, whatever the umask is. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes a directory with mode 0700, and its parents. */
    public static void directory(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // The directory existed, or another pgduo has made it meanwhile.
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
