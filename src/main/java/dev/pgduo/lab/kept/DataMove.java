package dev.pgduo.lab.kept;

import dev.pgduo.cluster.files.FileTree;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Moves a node's data directory, with the files of the tablespaces in the node's own directory and the remains of earlier ones,
 * to another place and back. Each step is a rename, so nothing is copied; the data directory itself goes last, and comes back
 * last.
 *
 * <p>A standby that replays {@code create tablespace} shares the location with its primary: files that the other node uses too,
 * and those outside the node's own directory, stay.
 *
 * @param root the node's own directory
 * @param data the data directory in it
 * @param other the other node's data directory
 * @param store the other place, which exists
 */
record DataMove(Path root, Path data, Path other, Path store) {
    private static final String DATA = "data";
    private static final String LINKED = "tablespaces";
    private static final String LEFT = "left";

    /** Whether there are files to move. */
    boolean needed() throws IOException {
        return !FileTree.entries(data).isEmpty() || !FileTree.entries(own()).isEmpty();
    }

    /** The directory for copies of tablespaces beside the data directory. */
    private Path own() {
        return root.resolve("tablespaces");
    }

    private boolean alone(Path location) throws IOException {
        for (Path link : links(other)) {
            if (Files.readSymbolicLink(link).normalize().equals(location.normalize())) {
                return false;
            }
        }
        return location.normalize().startsWith(root);
    }

    void away() throws IOException {
        for (Path link : links(data)) {
            Path location = Files.readSymbolicLink(link);
            if (!alone(location)) {
                continue;
            }
            Path kept = Files.createDirectories(store.resolve(LINKED).resolve(name(link)));
            for (Path version : versions(location)) {
                Files.move(version, kept.resolve(name(version)));
            }
        }
        for (Path rest : FileTree.entries(own())) {
            if (!FileTree.entries(rest).isEmpty()) {
                Files.createDirectories(store.resolve(LEFT));
                Files.move(rest, store.resolve(LEFT).resolve(name(rest)));
            } else {
                FileTree.delete(rest);
            }
        }
        if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(data, store.resolve(DATA));
        }
    }

    /** Moves the data back; the node's place must be free. */
    void back() throws IOException {
        for (Path rest : FileTree.entries(store.resolve(LEFT))) {
            Files.createDirectories(own());
            Files.move(rest, own().resolve(name(rest)));
        }
        Path kept = store.resolve(DATA);
        for (Path link : links(kept)) {
            Path location = Files.createDirectories(Files.readSymbolicLink(link));
            for (Path version : versions(store.resolve(LINKED).resolve(name(link)))) {
                Files.move(version, location.resolve(name(version)));
            }
        }
        if (Files.exists(kept)) {
            try {
                Files.deleteIfExists(data);
            } catch (DirectoryNotEmptyException e) {
                throw new IOException("directory \"" + data + "\" is not empty", e);
            }
            Files.move(kept, data);
        }
    }

    private static List<Path> links(Path directory) throws IOException {
        return FileTree.entries(directory.resolve("pg_tblspc")).stream()
                .filter(Files::isSymbolicLink)
                .toList();
    }

    private static List<Path> versions(Path location) throws IOException {
        return FileTree.entries(location).stream()
                .filter(entry -> name(entry).startsWith("PG_"))
                .toList();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
