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
 * Where a lab's files are. A server that runs as another user must get through every directory above them, and root's home is closed:
 * the files are then in a directory elsewhere, and a symbolic link stands where the lab was asked for.
 *
 * @param named the directory that was asked for, absolute
 * @param real the directory that holds the files; the same but for such a link
 */
public record LabPlace(Path named, Path real) {
    /** The directory of a lab that holds its snapshots. */
    public static final String SNAPSHOTS = "snapshots";

    private static final Logger LOG = LoggerFactory.getLogger(LabPlace.class);

    /** Each with the directories above it that are ours as well. */
    private static final List<List<Path>> OPEN = List.of(
            List.of(Path.of("/var/lib/pgduo"), Path.of("/var/lib/pgduo/labs")),
            List.of(Path.of("/var/tmp/pgduo-labs")));

    private static final String REMOVED = ".removed-";

    /** What a lab's state is called when the lab is being removed where it stands. */
    private static final String REMAINS = ".removed";

    private static final int RADIX = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A lab that is there. */
    public static LabPlace find(Path named) throws IOException {
        return new LabPlace(named, Files.isSymbolicLink(named) ? named.toRealPath() : named);
    }

    /** Makes the directory for a lab whose servers have these rights, if it is not there. */
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
        // The link first: one that leads nowhere is found by its name, a directory without a link by nobody.
        Path real = open(runAs).resolve(named.getFileName() + "-" + unusedSuffix());
        Files.createSymbolicLink(named, real);
        PrivateFiles.directory(real);
        return new LabPlace(named, real);
    }

    /** The end of a name that nobody has. */
    static String unusedSuffix() {
        return Long.toUnsignedString(RANDOM.nextLong(), RADIX);
    }

    /**
     * Removes the lab's files. They lose their name first, so that a pgduo that is killed leaves a lab or none; what it leaves of
     * the files goes when the next lab of that name is made or removed.
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

    /** The lab's files when there is no lab any more. */
    Path withoutName() throws IOException {
        Path gone = real.resolveSibling("." + real.getFileName() + REMOVED + unusedSuffix());
        try {
            return Files.move(real, gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return real;
        } catch (FileSystemException e) {
            // The directory above cannot be written: the state says that there is a lab, so it goes first.
            LabState.rename(real, REMAINS);
            return real;
        }
    }

    /** Removes what is left of labs of this name that were being removed when a pgduo was killed. */
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

    /** Whether a link to one of the open directories was made and the directory was not, or is gone. */
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
