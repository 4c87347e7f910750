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

/** Functions for a directory with its contents; symbolic links are never followed. */
public final class FileTree {
    private static final Duration ABANDONED = Duration.ofSeconds(20);

    private FileTree() {}

    /**
     * Copies to a directory that does not exist yet, with owners, modes and times.
     *
     * @return the size of each file in bytes, by its path relative to the directory
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

    /** Deletes the contents of a directory. */
    public static void empty(Path directory) throws IOException {
        for (Path entry : entries(directory)) {
            delete(entry);
        }
    }

    /**
     * Deletes a file, or a directory with its contents; does nothing when it does not exist. Files that disappear meanwhile are
     * no error. Where the system supports it, each directory is kept open while it is emptied, so that replacing it by a link
     * has no effect.
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
            // A directory above it cannot be read: names are used instead, and errors are reported by them.
        }
        walk(path);
    }

    /**
     * Deletes a file, or a directory with its contents.
     *
     * @throws LabException when something cannot be deleted; the rest remains
     */
    public static void remove(Path path) {
        removed(path, FileTree::delete);
    }

    /**
     * Deletes the contents of a directory, if it exists.
     *
     * @throws LabException when something cannot be deleted; the rest remains
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
     * Deletes a directory that a pgduo has left which was killed; a program that it had started may still be writing to it, and
     * is given time to end.
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

    /** Deletes the entries of a directory whose names begin with a dot: unfinished files of a pgduo that was killed. */
    public static void deleteDrafts(Path directory) throws IOException {
        for (Path entry : entries(directory)) {
            if (String.valueOf(entry.getFileName()).startsWith(".")) {
                deleteAbandoned(entry);
            }
        }
    }

    /** The total size of all files in a directory, in bytes. */
    public static long size(Path directory) throws IOException {
        return sizes(directory).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The size of each file in a directory in bytes, by its path relative to the directory. */
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

    /** The entries of a directory; empty when it does not exist. */
    public static List<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
