package dev.pgduo.cluster.files;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory with all that is in it; symbolic links are never followed. */
public final class FileTree {
    private static final Duration ABANDONED = Duration.ofSeconds(20);

    private FileTree() {}

    /**
     * Copies to a directory that does not exist yet, with owners' rights and times.
     *
     * @return the bytes of each file, by its path from the directory
     */
    public static Map<Path, Long> copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<Path, Long> sizes = new HashMap<>();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                FileCopy.make(directory, to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path path = from.relativize(file);
                files.add(path);
                sizes.put(path, attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        try {
            files.parallelStream().forEach(file -> copyFile(from.resolve(file), to.resolve(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return sizes;
    }

    private static void copyFile(Path from, Path to) {
        try {
            FileCopy.make(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is in the directory, and keeps the directory. */
    public static void empty(Path directory) throws IOException {
        for (Path entry : entries(directory)) {
            delete(entry);
        }
    }

    /**
     * Deletes a directory with all that is in it, or a file; nothing happens when there is none. What goes away meanwhile is as good
     * as deleted. Where the system can, each directory is held open while it is emptied, so that one that is swapped for a link
     * meanwhile does not lead elsewhere.
     */
    public static void delete(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> around = Files.newDirectoryStream(parent)) {
            if (around instanceof SecureDirectoryStream<Path> held) {
                TreeRemoval.remove(held, path.getFileName());
                return;
            }
        } catch (AccessDeniedException e) {
            // A directory above that may be passed through but not read: the names have to do, and say so if they do
            // not.
        }
        walk(path);
    }

    /**
     * The same.
     *
     * @throws LabException when something cannot be deleted; what comes after it stays
     */
    public static void remove(Path path) {
        removed(path, FileTree::delete);
    }

    /**
     * Deletes what is in a directory, if there is one.
     *
     * @throws LabException when something cannot be deleted; what comes after it stays
     */
    public static void removeContent(Path directory) {
        if (Files.exists(directory)) {
            removed(directory, FileTree::empty);
        }
    }

    private interface Deletion {
        void run(Path path) throws IOException;
    }

    private static void removed(Path path, Deletion deletion) {
        try {
            deletion.run(path);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not remove \"" + path + "\": " + FailureReason.of(e)), e);
        }
    }

    private static void walk(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Deletes what a pgduo left that was killed: a program that it had started may still be filling the directory, and stops when it
     * finds nothing any more.
     */
    public static void deleteAbandoned(Path path) throws IOException {
        long until = System.nanoTime() + ABANDONED.toNanos();
        while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try {
                delete(path);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    /** Deletes the entries of a directory whose names begin with a dot: the drafts of a pgduo that was killed. */
    public static void deleteDrafts(Path directory) throws IOException {
        for (Path entry : entries(directory)) {
            if (String.valueOf(entry.getFileName()).startsWith(".")) {
                deleteAbandoned(entry);
            }
        }
    }

    /** The bytes of all files in a directory. */
    public static long size(Path directory) throws IOException {
        return sizes(directory).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The bytes of each file in a directory, by its path from there. */
    public static Map<Path, Long> sizes(Path directory) throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sizes.put(directory.relativize(file), attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        return sizes;
    }

    /** What is directly in the directory; nothing when there is no directory. */
    public static List<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
