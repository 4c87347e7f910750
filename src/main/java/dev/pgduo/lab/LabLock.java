package dev.pgduo.lab;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to change a lab: one pgduo process at a time holds it.
 *
 * <p>It is a lock of the operating system on the file {@code lock} and so ends with the process, however that ends.
 */
public final class LabLock implements AutoCloseable {
    private static final String FILE = "lock";

    /**
     * The labs that this process holds. It must not open their lock files again: POSIX drops all of a process's locks on a file
     * when the process closes any descriptor of it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path lab;
    private final FileChannel channel;

    private LabLock(Path lab, FileChannel channel) {
        this.lab = lab;
        this.channel = channel;
    }

    /**
     * Takes the lock of the lab in this directory, without waiting.
     *
     * @throws LabException when another process has it; says which
     */
    public static LabLock take(Path lab) {
        if (!HELD.add(lab)) {
            throw inUse(lab, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return locked(lab);
        } catch (LabException e) {
            HELD.remove(lab);
            throw e;
        }
    }

    private static LabLock locked(Path lab) {
        try {
            FileChannel channel = FileChannel.open(
                    lab.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String holder = read(channel);
                channel.close();
                throw inUse(lab, holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new LabLock(lab, channel);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not lock the lab in \"" + lab + "\": " + e.getMessage()), e);
        }
    }

    /** Whether this process holds the lab in this directory. */
    static boolean heldHere(Path lab) {
        return HELD.contains(lab);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not release the lab's lock: " + e.getMessage()), e);
        } finally {
            HELD.remove(lab);
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
