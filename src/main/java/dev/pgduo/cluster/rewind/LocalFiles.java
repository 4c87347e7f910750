package dev.pgduo.cluster.rewind;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lists the files of a data directory on this machine, including its tablespaces and a pg_wal that is a symbolic link.
 *
 * @param data the directory
 * @param serving whether a server runs on it: other symbolic links are followed then, as the server does when it is asked for its files
 */
record LocalFiles(Path data, boolean serving) {
    private static final Set<String> LOGS = Set.of("pg_wal", "pg_xlog");
    private static final String TABLESPACES = "pg_tblspc";

    LocalFiles(Path data) {
        this(data, false);
    }

    void list(Consumer<ClusterFile> files) throws IOException {
        list("", files);
    }

    private void list(String parent, Consumer<ClusterFile> files) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(data.resolve(parent))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                String path = parent.isEmpty() ? name : parent + "/" + name;
                try {
                    one(entry, path, parent, files);
                } catch (NoSuchFileException e) {
                    // A running server has removed it meanwhile.
                }
            }
        }
    }

    private void one(Path entry, String path, String parent, Consumer<ClusterFile> files) throws IOException {
        BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (serving && found.isSymbolicLink() && !LOGS.contains(path) && !parent.equals(TABLESPACES)) {
            found = Files.readAttributes(entry, BasicFileAttributes.class);
        }
        if (found.isSymbolicLink()) {
            boolean log = LOGS.contains(path);
            files.accept(
                    log
                            ? ClusterFile.directory(path)
                            : ClusterFile.link(
                                    path, Files.readSymbolicLink(entry).toString()));
            if (log || parent.equals(TABLESPACES)) {
                list(path, files);
            }
        } else if (found.isDirectory()) {
            files.accept(ClusterFile.directory(path));
            list(path, files);
        } else if (found.isRegularFile()) {
            files.accept(ClusterFile.file(path, found.size()));
        }
    }
}
