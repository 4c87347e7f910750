package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.files.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A cache of directories that are either complete or do not exist: each is filled under another name and then renamed. A lock
 * allows only one process of the machine to make one at a time, so an incomplete directory that is found while the lock is held
 * was left by a process that was killed. Thread-safe.
 *
 * @param root the directory of the cache; must exist before an entry is made
 */
record ServerCache(Path root) {
    /** A lock for the threads of this process, among which a file lock does not work. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final String HALF_MADE = ".unpacking-";

    /** Fills an empty directory. */
    interface Filling {
        void fill(Path directory) throws IOException;
    }

    /** The path of the directory with this name, whether it exists or not. */
    Path place(String name) {
        return root.resolve(name);
    }

    boolean has(String name) {
        return Files.isDirectory(place(name));
    }

    /** The directory with this name, which is made if it does not exist. */
    Path get(String name, Filling filling) throws IOException {
        if (!has(name)) {
            THREADS.lock();
            try (FileChannel lock =
                    FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!has(name)) {
                    removeHalfMade();
                    make(name, filling);
                }
            } finally {
                THREADS.unlock();
            }
        }
        return place(name);
    }

    private void make(String name, Filling filling) throws IOException {
        Path making = Files.createDirectory(root.resolve(HALF_MADE + name));
        try {
            if (making.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            filling.fill(making);
            Files.move(making, place(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(making);
        }
    }

    private void removeHalfMade() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(root, HALF_MADE + "*")) {
            for (Path directory : left) {
                FileTree.delete(directory);
            }
        }
    }
}
