package dev.pgduo.lab.kept;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a data directory, with its tablespaces beside it, and the way back. No process may write to either meanwhile.
 *
 * <p>The way back copies first and replaces afterwards: a copy that fails leaves the node unchanged, and when pgduo is killed
 * after the last file was copied, the next pgduo completes the replacement ({@link #recover}).
 *
 * <p>Never hard links, because servers write in place; a file system that can share blocks does so.
 */
public final class DataCopy {
    private static final String RESTORING = ".restoring";
    private static final String RESTORED = ".restored";
    private static final String LINKS = "pg_tblspc";

    private final Path data;
    private final Path copy;

    /**
     * The copy of a data directory.
     *
     * @param data the directory that a server uses
     * @param copy where its copy is, or will be
     */
    public DataCopy(Path data, Path copy) {
        this.data = data;
        this.copy = copy;
    }

    /** A tablespace's files for one catalogue version: in the server's location, and in the copy. */
    private record Part(Path used, Path kept) {
        Path restoring() {
            return used.resolveSibling("." + used.getFileName() + RESTORING);
        }
    }

    /** Makes the copy; the directory above it must exist. */
    public void take() throws IOException {
        clone(data, copy);
        for (Path link : links(data)) {
            Path kept = tablespaces().resolve(String.valueOf(link.getFileName()));
            PrivateFiles.directory(kept);
            for (Path version : versions(Files.readSymbolicLink(link))) {
                clone(version, kept.resolve(String.valueOf(version.getFileName())));
            }
        }
    }

    /** Restores the data directory and its tablespaces from the copy; where the copy has none, the directory is removed. */
    public void putBack() throws IOException {
        recover(data);
        if (!Files.isDirectory(copy)) {
            FileTree.remove(data);
            return;
        }
        List<Part> parts = parts();
        try {
            for (Part part : parts) {
                clone(part.kept(), part.restoring());
            }
            clone(copy, beside(data, RESTORING));
        } catch (LabException e) {
            parts.forEach(part -> FileTree.remove(part.restoring()));
            FileTree.remove(beside(data, RESTORING));
            throw e;
        }
        Files.move(beside(data, RESTORING), beside(data, RESTORED));
        finish(data);
    }

    /** Completes or undoes the work of a pgduo that was killed; does nothing when there are no traces of it. */
    public static void recover(Path data) throws IOException {
        if (Files.isDirectory(beside(data, RESTORED))) {
            finish(data);
        }
        FileTree.deleteAbandoned(beside(data, RESTORING));
    }

    private static void finish(Path data) throws IOException {
        Path restored = beside(data, RESTORED);
        for (Path link : links(restored)) {
            replaceVersions(Files.readSymbolicLink(link));
        }
        FileTree.remove(data);
        Files.move(restored, data);
        ControlData.touch(data);
    }

    private static void replaceVersions(Path location) throws IOException {
        List<Path> fresh;
        try (Stream<Path> entries = Files.list(location)) {
            fresh = entries.filter(entry -> entry.getFileName().toString().endsWith(RESTORING))
                    .toList();
        }
        for (Path part : fresh) {
            String name = String.valueOf(part.getFileName());
            Path used = location.resolve(name.substring(1, name.length() - RESTORING.length()));
            FileTree.remove(used);
            Files.move(part, used);
        }
    }

    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path link : links(copy)) {
            Path location = Files.readSymbolicLink(link);
            for (Path version : versions(tablespaces().resolve(String.valueOf(link.getFileName())))) {
                parts.add(new Part(location.resolve(String.valueOf(version.getFileName())), version));
            }
        }
        return parts;
    }

    private Path tablespaces() {
        return beside(copy, ".tablespaces");
    }

    private static Path beside(Path directory, String suffix) {
        return directory.resolveSibling(directory.getFileName() + suffix);
    }

    private static List<Path> links(Path directory) throws IOException {
        Path links = directory.resolve(LINKS);
        if (!Files.isDirectory(links)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(links)) {
            return entries.filter(Files::isSymbolicLink).toList();
        }
    }

    private static List<Path> versions(Path location) throws IOException {
        if (!Files.isDirectory(location)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(location)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("PG_"))
                    .toList();
        }
    }

    /** Copies a file, or a directory with all its contents. */
    public static void clone(Path from, Path to) {
        OsCommand.of("cp", "-a", "--reflink=auto", from.toString(), to.toString())
                .run()
                .orThrow("copy \"" + from + "\"");
    }

    /** An error of the file system, with PostgreSQL's words for the reason. */
    public static LabException failed(String what, IOException cause) {
        return new LabException(ErrorReport.error("could not " + what + ": " + FailureReason.of(cause)), cause);
    }
}
