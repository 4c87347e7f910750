package dev.pgduo.lab;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.lab.os.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where a lab's files are. A server that runs as another user must get through every directory above them, and root's home is closed:
 * the files are then in a directory elsewhere, and a symbolic link stands where the lab was asked for.
 *
 * @param named the directory that was asked for, absolute
 * @param real the directory that holds the files; the same but for such a link
 */
record LabPlace(Path named, Path real) {
    private static final List<Path> OPEN = List.of(Path.of("/var/lib/pgduo/labs"), Path.of("/var/tmp/pgduo-labs"));

    /** A lab that is there. */
    static LabPlace find(Path named) throws IOException {
        return new LabPlace(named, Files.isSymbolicLink(named) ? named.toRealPath() : named);
    }

    /** Makes the directory for a lab whose servers have these rights, if it is not there. */
    static LabPlace make(Path named, RunAs runAs) throws IOException {
        if (Files.exists(named)) {
            PrivateFiles.directory(named.toRealPath());
            return find(named);
        }
        Path parent = Files.createDirectories(named.toAbsolutePath().getParent());
        if (canEnter(parent, runAs)) {
            PrivateFiles.directory(named);
            return new LabPlace(named, named);
        }
        Path real = Files.createTempDirectory(open(runAs), named.getFileName() + "-");
        Files.createSymbolicLink(named, real);
        return new LabPlace(named, real);
    }

    /** Removes the lab's files. */
    void remove() {
        Trees.delete(real, false);
        if (!named.equals(real)) {
            try {
                Files.deleteIfExists(named);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean canEnter(Path directory, RunAs runAs) {
        return runAs.owner().isEmpty()
                || OsCommand.of("test", "-x", directory.toString())
                        .as(runAs)
                        .run()
                        .ok();
    }

    private static Path open(RunAs runAs) throws IOException {
        for (Path candidate : OPEN) {
            if (made(candidate) && canEnter(candidate, runAs)) {
                return candidate;
            }
        }
        throw new IOException("user \"" + runAs.owner().orElse("") + "\" cannot enter its parent, nor any of " + OPEN);
    }

    private static boolean made(Path candidate) {
        try {
            for (Path each : List.of(candidate.getParent(), candidate)) {
                if (!Files.exists(each)) {
                    Files.createDirectory(each);
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
            return Files.isWritable(candidate);
        } catch (IOException e) {
            return false;
        }
    }
}
