package dev.pgduo.cluster.binaries.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * Unpacks one archive into a directory, and writes nothing outside of it. Files are readable for everybody whatever the umask
 * is, because the server may run as another user. Links are made last, so that no file is written through one.
 */
final class Unpacking {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final int EXECUTABLE = 0100;

    private final Path top;
    private final boolean posix;
    private final Map<Path, String> links = new LinkedHashMap<>();

    /** Unpacks into this directory, which must be empty and without links in its path. */
    Unpacking(Path top) {
        this.top = top;
        this.posix = top.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Unpacks one entry; the stream is positioned at its content. */
    void add(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = inside(top, entry.getName());
        if (entry.isSymbolicLink()) {
            inside(parent(target), entry.getLinkName());
            links.put(target, entry.getLinkName());
        } else if (entry.isDirectory()) {
            directory(target);
        } else if (entry.isFile() && !entry.isLink()) {
            directory(parent(target));
            Files.copy(content, target);
            permit(target, (entry.getMode() & EXECUTABLE) != 0 ? PROGRAM : FILE);
        } else {
            throw new DamagedArchive("\"" + entry.getName() + "\" is no file, directory or symbolic link");
        }
    }

    /** Makes the symbolic links of all entries. */
    void link() throws IOException {
        for (Map.Entry<Path, String> link : links.entrySet()) {
            directory(parent(link.getKey()));
            Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
        }
    }

    private Path inside(Path base, String name) throws DamagedArchive {
        Path target = base.resolve(name).normalize();
        if (!target.startsWith(top)) {
            throw new DamagedArchive("\"" + name + "\" leads out of the directory");
        }
        return target;
    }

    private static Path parent(Path path) {
        return path.resolveSibling("").normalize();
    }

    private void directory(Path directory) throws IOException {
        if (directory.equals(top) || Files.isDirectory(directory)) {
            return;
        }
        directory(parent(directory));
        Files.createDirectory(directory);
        permit(directory, PROGRAM);
    }

    private void permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (posix) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
