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
 * Replaces a file as a whole: a new one is written, synced to disk and renamed over it, so that after a crash or with a full
 * disk, and for concurrent readers, the file is either the old or the new one.
 */
public final class AtomicFile {
    private static final String BACKUP = ".pgduo-old";
    private static final String DRAFT = ".pgduo-new";

    /** Changes the new file before it replaces the old one, such as its owner or mode. */
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
     * Writes the bytes, and keeps one backup of the old file beside it, under a name that include_dir ignores. The new file has
     * the owner, group and mode of the one it replaces; a file that was not there gets the owner and group of its directory and
     * mode 0600, as a server of another user would silently skip one it cannot read. A symbolic link stays, and its target is
     * replaced.
     *
     * @throws LabException when it cannot be written; the old file is unchanged then
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
     * Writes a text in UTF-8 without a backup. The new file belongs to this user and has mode 0600, unless {@code finish}
     * changes that.
     *
     * @throws IOException when it cannot be written; the old file is unchanged then
     */
    public static void write(Path file, String text, Finish finish) throws IOException {
        put(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8), finish);
    }

    /** {@link #write(Path, String, Finish)} with the owner, group and mode of the file that is replaced. */
    public static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        put(target, text.getBytes(StandardCharsets.UTF_8), draft -> takeOver(draft, target));
    }

    /** Removes new files in this directory that were not renamed because pgduo was killed. */
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

    /** The path of the backup. */
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

    /** Keeps the old file by a second link, which needs no space and keeps owner and mode. */
    private static void keepBackup(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path link = beside(file, BACKUP + "-new");
        Files.deleteIfExists(link);
        Files.createLink(link, file);
        Files.move(link, backup(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // rename() keeps both names when they are links to the same file, as after a crash at this point.
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
            // A program that only writes files needs no logging before an error.
            LoggerFactory.getLogger(AtomicFile.class).warn("could not remove {}", draft, e);
        }
    }
}
