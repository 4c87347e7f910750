package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file as a whole: a new one is written, synced to disk and renamed over it, so that a crash or a full disk leaves
 * either the old text or the new one. One backup of the text before is kept beside it, under a name that include_dir does not take.
 */
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final String BACKUP = ".pgduo-old";
    private static final String DRAFT = ".pgduo-new";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private AtomicFile() {}

    /** Writes a text in UTF-8; see {@link #replace(Path, byte[])}. */
    public static void replace(Path file, String text) {
        replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the bytes. The new file has the owner, group and mode of the one it replaces; a file that was not there gets the
     * owner and group of its directory and mode 0600, as a server of another user would silently skip one it cannot read. A
     * symbolic link stays, and its target is replaced.
     *
     * @throws LabException when it cannot be written; the old text is still there then
     */
    public static void replace(Path file, byte[] bytes) {
        Path target = file.toAbsolutePath();
        Path draft = beside(target, DRAFT);
        try {
            target = Files.exists(target) ? target.toRealPath() : target;
            draft = beside(target, DRAFT);
            write(target, draft, bytes);
            keepBackup(target);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(target);
        } catch (IOException e) {
            discard(draft);
            throw new LabException(ErrorReport.error("could not write file \"" + file + "\": " + reason(e)), e);
        }
    }

    /** Where the text before the last change is kept. */
    public static Path backup(Path file) {
        return beside(file, BACKUP);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static void write(Path file, Path draft, byte[] bytes) throws IOException {
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PRIVATE))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            takeOver(draft, file);
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
            LOG.warn("could not remove {}", draft, e);
        }
    }

    /** The operating system's words, where Java only has the path. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
