package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces a file as a whole: a new one is written, synced to disk and renamed over it, so that a crash or a full disk leaves
 * either the old text or the new one. One backup of the text before is kept beside it.
 */
public final class AtomicFile {
    private static final String BACKUP = ".pgduo-old";
    private static final String DRAFT = ".pgduo-new";

    private AtomicFile() {}

    /**
     * Writes the text. The new file has the owner, group and mode of the one it replaces; a file that was not there gets the
     * owner and group of its directory and mode 0600, as a server of another user would silently skip one it cannot read.
     *
     * @throws LabException when it cannot be written; the old text is still there then
     */
    public static void replace(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + DRAFT);
        try {
            Files.deleteIfExists(draft);
            write(draft, text);
            likeBefore(file, draft);
            if (Files.exists(file)) {
                keepBackup(file);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(file);
        } catch (IOException e) {
            discard(draft);
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + e.getMessage())
                            .detail("Its old text is unchanged."),
                    e);
        }
    }

    /** Where the text before the last change is kept. */
    public static Path backup(Path file) {
        return file.resolveSibling(file.getFileName() + BACKUP);
    }

    private static void write(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void likeBefore(Path file, Path draft) throws IOException {
        boolean replaces = Files.exists(file);
        Path model = replaces ? file : file.toAbsolutePath().getParent();
        PosixFileAttributes old = Files.readAttributes(model, PosixFileAttributes.class);
        PosixFileAttributeView view =
                Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
        if (!now.group().equals(old.group())) {
            view.setGroup(old.group());
        }
        if (replaces) {
            view.setPermissions(old.permissions());
        }
    }

    private static void keepBackup(Path file) throws IOException {
        Path backup = backup(file);
        Files.deleteIfExists(backup);
        Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
        likeBefore(file, backup);
    }

    private static void syncDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(AtomicFile.class).warn("could not remove {}", draft, e);
        }
    }
}
