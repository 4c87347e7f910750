package dev.pgduo.lab.place;

import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to change a lab: one pgduo process at a time holds it.
 *
 * <p>It is a lock of the operating system on the file {@code lock}, which is released when the process ends, however that
 * happens.
 */
public final class LabLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final Wait SIGNATURE = Wait.to("learn who uses the lab", Duration.ofSeconds(1));

    /**
     * The lock files that this process holds. It must not open them again: POSIX drops all of a process's locks on a file when the
     * process closes any descriptor of it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LabLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of the lab in this directory, without waiting.
     *
     * @throws LabException with the process id when another process holds it
     */
    public static LabLock take(Path lab) {
        return take(of(lab), lab);
    }

    /** The lock file of the lab in this directory. */
    static Path of(Path lab) {
        return lab.resolve(FILE);
    }

    /**
     * Takes a lock file for the lab in that directory, without waiting; the directory need not exist.
     *
     * @throws LabException with the process id when another process holds it
     */
    static LabLock take(Path file, Path lab) {
        if (!HELD.add(file)) {
            throw inUse(lab, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new LabLock(file, locked(file, lab));
        } catch (IOException e) {
            HELD.remove(file);
            throw new LabException(
                    ErrorReport.error("could not lock the lab in \"" + lab + "\": " + FailureReason.of(e)), e);
        } catch (LabException e) {
            HELD.remove(file);
            throw e;
        }
    }

    /**
     * Opens and locks the file. The former holder may have removed it together with the lab, and a lock on a removed file
     * excludes nobody; so it is checked whether it still has its name.
     */
    private static FileChannel locked(Path file, Path lab) throws IOException {
        while (true) {
            Optional<Object> before = identity(file);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                if (channel.tryLock() == null) {
                    throw inUse(lab, holder(channel));
                }
                if (before.isPresent() && before.equals(identity(file))) {
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                    return channel;
                }
                channel.close();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    /**
     * Checks that the lab in this directory is not in use; does nothing when there is no lab.
     *
     * @throws LabException with the process id when another process holds its lock
     */
    public static void checkFree(Path lab) {
        if (Files.exists(of(lab))) {
            take(lab).close();
        }
    }

    /** A file's identity in the file system (its inode), whatever its name; empty when the file does not exist. */
    private static Optional<Object> identity(Path file) throws IOException {
        try {
            OwnFiles.requirePlain(file);
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes the lock file while the lock is held, and releases the lock. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not remove \"" + file + "\": " + e.getMessage()), e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not release the lab's lock: " + FailureReason.of(e)), e);
        } finally {
            HELD.remove(file);
        }
    }

    /** The process id of the lock's holder; waits a moment for a process that has just taken the lock to write it. */
    private static String holder(FileChannel channel) throws IOException {
        try {
            SIGNATURE.comesTrue(() -> !signature(channel).isEmpty());
            return signature(channel);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String signature(FileChannel channel) {
        try {
            return read(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    }

    private static LabException inUse(Path lab, String holder) {
        return new LabException(ErrorReport.error("the lab in \"" + lab + "\" is in use by another pgduo")
                .detail(holder.isEmpty() ? null : "Its process ID is " + holder + ".")
                .hint("Leave that pgduo with \\q, or take another lab with --lab NAME."));
    }
}
