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
 * The directory of one temporary lab, and the claim on it: a lock beside the directory, which is taken before the directory is
 * made and released when it has been removed. So a directory without a locked claim was left by a pgduo that was killed, and
 * two processes never remove the same directory.
 *
 * @param path the lab's directory, in a directory that only this user can access
 * @param claim the lock, held as long as the lab exists
 */
public record ThrowAwayDirectory(Path path, LabLock claim) {
    private static final String PREFIX = "lab-";
    private static final String CLAIM = ".lock";
    private static final Pattern ENTRY = Pattern.compile("\\.?(lab-[0-9a-z]+)(?:\\.lock|\\.removed-[0-9a-z]+)?");

    /**
     * Makes an empty directory with a new name. When another pgduo takes the new claim file for one that was left, before it is
     * locked, another name is used.
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

    /** Makes the directory of this path, if nobody claims it and nothing has this name. */
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

    /** The name of the lab to which an entry of the place belongs: its directory, its claim, or remains of its removal. */
    static Optional<String> nameOf(Path entry) {
        Matcher matcher = ENTRY.matcher(entry.getFileName().toString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The directory of this name with its claim taken; empty when another process holds the claim.
     *
     * @throws IOException when the files belong to another user
     */
    static Optional<ThrowAwayDirectory> abandoned(Path place, String name) throws IOException {
        Path path = place.resolve(name);
        boolean claimed = Files.exists(claimOf(path), LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            // When there is a claim, pgduo has made the directory; it may have been given to the servers' user since.
            OwnFiles.requireDirectory(path, claimed ? OwnFiles.owner(path) : OwnFiles.user());
        }
        return free(claimOf(path), path).map(claim -> new ThrowAwayDirectory(path, claim));
    }

    /**
     * Takes the lock in this file; empty when another process holds it.
     *
     * @throws IOException when the file cannot be locked, as when it belongs to another user
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
     * @throws IOException when the file cannot be locked, as when it belongs to another user
     * @throws LabException when another process holds it
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

    /** Ends the servers in the directory, and removes it. Its files are not trusted, because the servers can write to them. */
    void remove() throws IOException {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                // Another pgduo may have opened the lab by its directory.
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

    /** Releases the claim after the lab was removed. */
    public void gone() throws IOException {
        FileTree.delete(path);
        claim.remove();
    }

    private static Path claimOf(Path path) {
        return path.resolveSibling(path.getFileName() + CLAIM);
    }
}
