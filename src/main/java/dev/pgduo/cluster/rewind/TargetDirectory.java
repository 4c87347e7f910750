package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.rewind.RewindSource.Piece;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The target's data directory while it is changed. From {@link #begin} to {@link #end} it has no pg_control, so that no server starts on a
 * directory that is neither the old cluster nor the new one. For one thread, but for its {@linkplain Writer writers}: each may
 * have a thread of its own.
 */
final class TargetDirectory implements AutoCloseable {
    private final Path data;
    private final LongConsumer written;
    private final boolean groupReads;
    private final Set<Path> directories = ConcurrentHashMap.newKeySet();
    private final Optional<FileWork> syncing;

    /**
     * A directory.
     *
     * @param written is told the size of each piece that was written, in bytes, by the writer's thread
     * @param sync whether changed files are flushed to disk, which begins while others are copied
     */
    TargetDirectory(Path data, LongConsumer written, boolean sync) throws IOException {
        this.data = data;
        this.written = written;
        this.syncing = sync ? Optional.of(new FileWork()) : Optional.empty();
        this.groupReads = Files.getPosixFilePermissions(data).contains(PosixFilePermission.GROUP_READ);
    }

    /**
     * Checks that no rewind was interrupted here.
     *
     * @throws LabException when one was
     */
    static void requireWhole(Path data) {
        if (ControlData.rewoundHalfway(data)) {
            throw LabException.of(
                    "target data directory \"" + data + "\" was rewound halfway",
                    "Take a new base backup of the source.");
        }
    }

    /** Moves pg_control away: from now on no server starts on the directory. */
    void begin() throws IOException {
        Files.move(ControlData.file(data), ControlData.held(data), StandardCopyOption.ATOMIC_MOVE);
        FileWork.force(data.resolve("global"));
    }

    /** Writes pg_control, when all else has been done: a server then recovers from the backup label on. */
    void end(byte[] control) throws IOException {
        Path draft = data.resolve(DataPath.CONTROL + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes(false))) {
            channel.write(ByteBuffer.wrap(control));
            channel.force(true);
        }
        Files.move(draft, data.resolve(DataPath.CONTROL), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(ControlData.held(data));
        FileWork.force(data.resolve("global"));
    }

    private FileAttribute<?> attributes(boolean directory) {
        String owner = directory ? "rwx" : "rw-";
        String group = groupReads ? directory ? "r-x" : "r--" : "---";
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner + group + "---"));
    }

    void create(ClusterFile entry) throws IOException {
        Path path = data.resolve(entry.path());
        if (entry.kind() == ClusterFile.Kind.LINK) {
            Path place = Path.of(entry.link());
            Files.createDirectories(place);
            Files.createSymbolicLink(path, place);
        } else if (!Files.isDirectory(path)) {
            Files.createDirectory(path, attributes(true));
        }
    }

    /** Removes a file, a link or an empty directory. */
    void remove(String path) throws IOException {
        Files.deleteIfExists(data.resolve(path));
    }

    /** Begins to remove a file. */
    void remove(String path, FileWork work) {
        work.remove(data.resolve(path));
    }

    void truncate(String path, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(data.resolve(path), StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
        changed(data.resolve(path));
    }

    private void changed(Path path) {
        directories.add(path.getParent());
        syncing.ifPresent(sync -> sync.flush(path));
    }

    /** Writes a small file as a whole. */
    void write(String path, byte[] bytes) throws IOException {
        try (Writer writer = writer()) {
            writer.bytes(new Piece(path, 0, bytes.length, true), ByteBuffer.wrap(bytes));
        }
    }

    /** Writes what is fetched. */
    Writer writer() {
        return new Writer();
    }

    /** Where pieces go, one file after the other; for one thread. */
    final class Writer implements RewindSource.Sink, AutoCloseable {
        private @Nullable FileChannel file;
        private String open = "";
        private boolean whole;
        private long end;

        @Override
        public void bytes(Piece piece, ByteBuffer bytes) throws IOException {
            FileChannel channel = opened(piece);
            int length = bytes.remaining();
            long at = piece.begin();
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            // A piece behind the end of a file that has become shorter meanwhile is empty.
            end = length > 0 ? at : end;
            written.accept(length);
        }

        @Override
        public void gone(Piece piece) throws IOException {
            close();
            remove(piece.path());
        }

        private FileChannel opened(Piece piece) throws IOException {
            FileChannel current = file;
            if (current == null || !open.equals(piece.path()) || piece.whole()) {
                close();
                Path path = data.resolve(piece.path());
                current = FileChannel.open(
                        path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), attributes(false));
                whole = piece.whole();
                end = piece.begin();
                open = piece.path();
                file = current;
            }
            return current;
        }

        @Override
        public void close() throws IOException {
            FileChannel current = file;
            file = null;
            if (current != null) {
                try (current) {
                    // To empty a file before it is written takes the file system longer than to write over what is
                    // there.
                    if (whole) {
                        current.truncate(end);
                    }
                }
                changed(data.resolve(open));
            }
        }
    }

    /** Waits until all changed files are on disk. */
    void sync() throws IOException {
        if (syncing.isPresent()) {
            FileWork sync = syncing.get();
            directories.forEach(sync::flush);
            sync.flush(data);
            sync.await();
        }
    }

    @Override
    public void close() {
        syncing.ifPresent(FileWork::close);
    }
}
