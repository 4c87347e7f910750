package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.AbandonedServer;
import dev.pgduo.cluster.server.ServerIn;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of one lab that is thrown away, and the claim on it: a lock beside the directory that is taken before the directory
 * is made and let go when all of it is gone. So whatever nobody claims was left by a pgduo that was killed, and two of them never
 * remove the same.
 *
 * @param path of the lab, in a directory that is this user's alone
 * @param claim held as long as the lab is
 */
public record ThrowAwayDirectory(Path path, LabLock claim) {
    private static final String PREFIX = "lab-";
    private static final String CLAIM = ".lock";
    private static final Pattern ENTRY = Pattern.compile("\\.?(lab-[0-9a-z]+)(?:\\.lock|\\.removed-[0-9a-z]+)?");

    /**
     * A new, empty one. Between the making of a claim's file and its locking, another pgduo that looks for what was left may have taken
     * it for that; then this is one of another name.
     */
    static ThrowAwayDirectory create(Path place) throws IOException {
        while (true) {
            Path path = place.resolve(PREFIX + LabPlace.unusedSuffix());
            Optional<LabLock> claim = free(claimOf(path), path);
            if (claim.isPresent()) {
                return create(path, claim.get());
            }
        }
    }

    /** One of this path, when nobody has it and there is nothing. */
    static Optional<ThrowAwayDirectory> createAgain(Path path) throws IOException {
        Optional<LabLock> claim = free(claimOf(path), path);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            claim.get().close();
            return Optional.empty();
        }
        return Optional.of(create(path, claim.get()));
    }

    private static ThrowAwayDirectory create(Path path, LabLock claim) throws IOException {
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new ThrowAwayDirectory(path, claim);
        } catch (IOException e) {
            claim.remove();
            throw e;
        }
    }

    /** The lab of which this entry of the place is a part: its directory, its claim, or what is being removed of it. */
    static Optional<String> nameOf(Path entry) {
        Matcher matcher = ENTRY.matcher(entry.getFileName().toString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The one of this name, claimed now; empty when somebody holds it.
     *
     * @throws IOException when it is not this user's
     */
    static Optional<ThrowAwayDirectory> abandoned(Path place, String name) throws IOException {
        Path path = place.resolve(name);
        boolean claimed = Files.exists(claimOf(path), LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            // A claim says that the directory was made here; it may have been given to the servers' user since.
            OwnFiles.requireDirectory(path, claimed ? OwnFiles.owner(path) : OwnFiles.user());
        }
        return free(claimOf(path), path).map(claim -> new ThrowAwayDirectory(path, claim));
    }

    /**
     * Takes the lock in this file; empty when somebody holds it.
     *
     * @throws IOException when that is not possible, as with a file that is not this user's own
     */
    private static Optional<LabLock> free(Path file, Path path) throws IOException {
        try {
            return Optional.of(lock(file, path));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes the lock in this file.
     *
     * @throws IOException when that is not possible, as with a file that is not this user's own
     * @throws LabException when somebody holds it
     */
    private static LabLock lock(Path file, Path path) throws IOException {
        try {
            return LabLock.take(file, path);
        } catch (LabException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Ends what still runs in it, and removes all of it. Nothing that its files say is believed, as its servers can write them. */
    void remove() throws IOException {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                // Somebody may have opened it by its name.
                try (LabLock lab = lock(LabLock.of(path), path)) {
                    for (NodeName node : NodeName.values()) {
                        new AbandonedServer(new NodeLayout(path.resolve(node.toString()))).end();
                    }
                    for (ServerIn other : ServerIn.below(path)) {
                        other.end();
                    }
                    new LabPlace(path, path).remove();
                }
            }
            LabPlace.finishRemovals(path);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
        claim.remove();
    }

    /** Lets go of it when its lab has removed it. */
    public void gone() throws IOException {
        FileTree.delete(path);
        claim.remove();
    }

    private static Path claimOf(Path path) {
        return path.resolveSibling(path.getFileName() + CLAIM);
    }
}
