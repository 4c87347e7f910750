package dev.pgduo.cluster.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

/**
 * Removes an entry of an open directory with its contents; symbolic links are never followed. Each directory is kept open while
 * it is emptied, and its subdirectories are emptied in parallel, because most of the time is spent in freeing blocks.
 */
final class TreeRemoval extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient SecureDirectoryStream<Path> directory;
    private final transient Path name;

    private TreeRemoval(SecureDirectoryStream<Path> directory, Path name) {
        this.directory = directory;
        this.name = name;
    }

    /** Removes the entry of this name; files that disappear meanwhile are no error. */
    static void remove(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        try {
            new TreeRemoval(directory, name).invoke();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    protected void compute() {
        try {
            if (isDirectory(directory, name)) {
                empty();
                directory.deleteDirectory(name);
            } else {
                removeFile(directory, name);
            }
        } catch (NoSuchFileException e) {
            // The entry was removed meanwhile.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeFile(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        try {
            directory.deleteFile(name);
        } catch (NoSuchFileException e) {
            // The entry was removed meanwhile.
        }
    }

    private void empty() throws IOException {
        try (SecureDirectoryStream<Path> inner = directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            List<TreeRemoval> directories = new ArrayList<>();
            for (Path entry : inner) {
                if (isDirectory(inner, entry.getFileName())) {
                    directories.add(new TreeRemoval(inner, entry.getFileName()));
                } else {
                    removeFile(inner, entry.getFileName());
                }
            }
            ForkJoinTask.invokeAll(directories);
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        try {
            BasicFileAttributes attributes = directory
                    .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return attributes.isDirectory();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
