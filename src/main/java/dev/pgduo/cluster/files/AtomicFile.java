package dev.pgduo.cluster.files;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file as a whole: a new one is written, synced to disk and renamed over it, so that a crash or a full disk leaves
 * either the old text or the new one, and whoever reads it meanwhile sees one of them.
 */
public final class AtomicFile {
    private static final String BACKUP = ".pgduo-old";
    private static final String DRAFT = ".pgduo-new";

    /** What a new file gets before it takes the old one's place: an owner, a mode. */
    @FunctionalInterface
    public interface Finish {
        void finish(Path draft) throws IOException;
    }

    private AtomicFile() {}

    /** Writes a text in UTF-8; see {@link #replace(Path, byte[])}. */
    public static void replace(Path file, String text) {
        replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the bytes, and keeps one backup of the text before beside the file, under a name that include_dir does not take. The new file has the owner, group and mode of the one it replaces; a file that was not there gets the
     * owner and group of its directory and mode 0600, as a server of another user would silently skip one it cannot read. A
     * symbolic link stays, and its target is replaced.
     *
     * @throws LabException when it cannot be written; the old text is still there then
     */
    public static void replace(Path file, byte[] bytes) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            put(target, bytes, draft -> {
                takeOver(draft, target);
                keepBackup(target);
            });
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * Writes a text in UTF-8 without a backup. The new file is this user's, mode 0600, unless it is finished otherwise.
     *
     * @throws IOException when it cannot be written; the old text is still there then
     */
    public static void write(Path file, String text, Finish finish) throws IOException {
        put(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8), finish);
    }

    /** {@link #write(Path, String, Finish)} with the owner, group and mode of the file that is replaced. */
    public static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        put(target, text.getBytes(StandardCharsets.UTF_8), draft -> takeOver(draft, target));
    }

    /** Removes new files in this directory that a pgduo did not live to rename. */
    public static void sweep(Path directory) throws IOException {
        for (Path entry : FileTree.entries(directory)) {
            if (String.valueOf(entry.getFileName()).endsWith(DRAFT)) {
                Files.delete(entry);
            }
        }
    }

    private static void put(Path target, byte[] bytes, Finish finish) throws IOException {
        Path draft = Files.createTempFile(directory(target), target.getFileName() + ".", DRAFT);
        try {
            fill(draft, bytes);
            finish.finish(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(target);
        } catch (IOException | RuntimeException e) {
            discard(draft);
            throw e;
        }
    }

    /** Where the text before the last change is kept. */
    public static Path backup(Path file) {
        return beside(file, BACKUP);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void fill(Path draft, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void takeOver(Path draft, Path file) throws IOException {
        boolean replaces = Files.exists(file);
        PosixFileAttributes model = Files.readAttributes(replaces ? file : directory(file), PosixFileAttributes.class);
        PosixFileAttributeView view =
                Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(model.owner())) {
            view.setOwner(model.owner());
        }
        if (!now.group().equals(model.group())) {
            view.setGroup(model.group());
        }
        if (replaces) {
            view.setPermissions(model.permissions());
        }
    }

    /** A second name for the old file needs no space, and has its owner and mode. */
    private static void keepBackup(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path link = beside(file, BACKUP + "-new");
        Files.deleteIfExists(link);
        Files.createLink(link, file);
        Files.move(link, backup(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The kernel leaves both names when they already are the same file, as after a crash right here.
        Files.deleteIfExists(link);
    }

    private static void syncDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(directory(file), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // A small program that only writes files needs no log.
            LoggerFactory.getLogger(AtomicFile.class).warn("could not remove {}", draft, e);
        }
    }
}
