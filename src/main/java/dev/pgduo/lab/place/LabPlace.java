package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.ForeignFile;
import dev.pgduo.cluster.files.ForeignFiles;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a lab's files are. A server that runs as another user needs access to all directories above them, which root's home
 * does not give: the files are then in another directory, to which a symbolic link leads.
 *
 * @param named the directory that was asked for, absolute
 * @param real the directory that holds the files; differs from the other one only where there is such a link
 */
public record LabPlace(Path named, Path real) {
    /** The directory of a lab that holds its snapshots. */
    public static final String SNAPSHOTS = "snapshots";

    private static final Logger LOG = LoggerFactory.getLogger(LabPlace.class);

    /** Directories for the files of such labs, each with the parent directories that pgduo makes as well. */
    private static final List<List<Path>> OPEN = List.of(
            List.of(Path.of("/var/lib/pgduo"), Path.of("/var/lib/pgduo/labs")),
            List.of(Path.of("/var/tmp/pgduo-labs")));

    private static final String REMOVED = ".removed-";

    /** The name of a lab's state file while the lab is being removed without a rename of its directory. */
    private static final String REMAINS = ".removed";

    private static final int RADIX = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Finds the place of an existing lab. */
    public static LabPlace find(Path named) throws IOException {
        return new LabPlace(named, Files.isSymbolicLink(named) ? named.toRealPath() : named);
    }

    /** Makes the directory for a lab whose servers run with these rights, unless it exists. */
    public static LabPlace make(Path named, RunAs runAs) throws IOException {
        finishRemovals(named);
        if (Files.exists(named)) {
            PrivateFiles.directory(named.toRealPath());
            return find(named);
        }
        Path parent = Files.createDirectories(named.toAbsolutePath().getParent());
        if (canEnter(parent, runAs)) {
            PrivateFiles.directory(named);
            return new LabPlace(named, named);
        }
        // The link is made first: a dangling link can be found by its name, but a directory without a link cannot.
        Path real = open(runAs).resolve(named.getFileName() + "-" + unusedSuffix());
        Files.createSymbolicLink(named, real);
        PrivateFiles.directory(real);
        return new LabPlace(named, real);
    }

    /** A suffix that no other name has. */
    static String unusedSuffix() {
        return Long.toUnsignedString(RANDOM.nextLong(), RADIX);
    }

    /**
     * Removes the lab's files. Their directory is renamed first, so that after a kill of pgduo the lab exists completely or not
     * at all; remaining files are removed when a lab of that name is next made or removed.
     */
    public void remove() {
        try {
            FileTree.delete(withoutName());
            if (!named.equals(real)) {
                Files.deleteIfExists(named);
            }
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not remove \"" + named + "\": " + e.getMessage()), e);
        }
    }

    /** Renames the lab's directory, and returns the new path; from then on there is no lab. */
    Path withoutName() throws IOException {
        Path gone = real.resolveSibling("." + real.getFileName() + REMOVED + unusedSuffix());
        try {
            return Files.move(real, gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return real;
        } catch (FileSystemException e) {
            // The parent directory is not writable: instead the state file, which makes it a lab, is renamed.
            LabState.rename(real, REMAINS);
            return real;
        }
    }

    /** Removes the remains of labs of this name whose removal was interrupted by a kill of pgduo. */
    static void finishRemovals(Path named) throws IOException {
        if (Files.isSymbolicLink(named) && leadsNowhere(named)) {
            Files.delete(named);
        }
        if (Files.exists(named.resolve(REMAINS), LinkOption.NOFOLLOW_LINKS)) {
            FileTree.empty(named);
        }
        Path parent = named.toAbsolutePath().getParent();
        if (parent == null || !Files.isReadable(parent)) {
            return;
        }
        String prefix = "." + named.getFileName() + REMOVED;
        for (Path entry : FileTree.entries(parent)) {
            if (entry.getFileName().toString().startsWith(prefix)) {
                remove(entry);
            }
        }
    }

    private static void remove(Path remains) {
        try {
            FileTree.delete(remains);
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", remains, e.getMessage());
        }
    }

    /** Whether a link to one of those directories has no target, because it was not made or is gone. */
    private static boolean leadsNowhere(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        return !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && OPEN.stream().anyMatch(open -> open.get(open.size() - 1).equals(target.getParent()));
    }

    private static boolean canEnter(Path directory, RunAs runAs) {
        return runAs.owner().isEmpty()
                || OsCommand.of("test", "-x", directory.toString())
                        .as(runAs)
                        .run()
                        .ok();
    }

    private static Path open(RunAs runAs) throws IOException {
        for (List<Path> candidate : OPEN) {
            Path directory = candidate.get(candidate.size() - 1);
            if (made(candidate) && canEnter(directory, runAs)) {
                return directory;
            }
        }
        throw new IOException("user \"" + runAs.owner().orElse("") + "\" cannot enter its parent, nor "
                + OPEN.stream()
                        .map(open -> "\"" + open.get(open.size() - 1) + "\"")
                        .collect(Collectors.joining(" or ")));
    }

    private static boolean made(List<Path> directories) {
        try {
            for (Path each : directories) {
                OwnFiles.directory(each, "rwx--x--x");
            }
            return true;
        } catch (ForeignFile e) {
            ForeignFiles.leftAlone(e);
            return false;
        } catch (IOException e) {
            LOG.warn("cannot keep labs there: {}", e.getMessage());
            return false;
        }
    }
}
