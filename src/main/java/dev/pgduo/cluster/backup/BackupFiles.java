package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** Writes the members of one archive below a directory, and keeps their sizes and checksums. For one thread. */
final class BackupFiles implements TarReader.Target {
    private static final int GROUP_READ = 0040;

    private final Path directory;
    private final String prefix;
    private final Map<String, Path> links;
    private final Syncer syncer;
    private final LongConsumer progress;
    private final Map<String, BackupManifest.Content> written;
    private final CRC32C checksum = new CRC32C();
    private FileChannel channel;
    private String name = "";
    private long size;

    /**
     * A writer for one archive.
     *
     * @param prefix the directory's path in the manifest: empty, or {@code pg_tblspc/OID/}
     * @param plan what all archives of the backup have in common
     */
    BackupFiles(Path directory, String prefix, Plan plan) {
        this.directory = directory;
        this.prefix = prefix;
        this.links = plan.links();
        this.syncer = plan.syncer();
        this.progress = plan.progress();
        this.written = plan.written();
        this.channel = Plan.CLOSED;
    }

    /**
     * What the archives of a backup have in common.
     *
     * @param links the directories of the tablespaces, by the path of their link in the data directory
     * @param syncer closes the finished files
     * @param progress is told the size of each piece that was written, in bytes
     * @param written the size and the checksum of each file, by its path in the manifest
     */
    record Plan(
            Map<String, Path> links,
            Syncer syncer,
            LongConsumer progress,
            Map<String, BackupManifest.Content> written) {
        private static final FileChannel CLOSED = closed();

        Plan(Map<String, Path> links, Syncer syncer, LongConsumer progress) {
            this(links, syncer, progress, new HashMap<>());
        }

        private static FileChannel closed() {
            try {
                Path nothing = Path.of("/dev/null");
                FileChannel channel = FileChannel.open(nothing, StandardOpenOption.READ);
                channel.close();
                return channel;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void directory(String member, int mode) throws IOException {
        make(inside(member), mode);
    }

    @Override
    public void symbolicLink(String member, String destination) throws IOException {
        String link = member.endsWith("/") ? member.substring(0, member.length() - 1) : member;
        Path target = links.get(link);
        if (target == null) {
            // The source has pg_wal on another disk; in the copy it is a plain directory.
            make(inside(link), 0700);
        } else {
            Files.createSymbolicLink(inside(link), target);
        }
    }

    @Override
    public void file(String member, int mode, long bytes) throws IOException {
        name = member;
        size = bytes;
        checksum.reset();
        boolean group = (mode & GROUP_READ) != 0;
        channel = FileChannel.open(
                inside(member),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                permissions(group ? "rw-r-----" : "rw-------"));
    }

    @Override
    public void content(ByteBuffer piece) throws IOException {
        checksum.update(piece.duplicate());
        progress.accept(piece.remaining());
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    @Override
    public void fileEnd() throws IOException {
        written.put(prefix + name, new BackupManifest.Content(size, (int) checksum.getValue()));
        syncer.finish(channel);
    }

    static void make(Path directory, int mode) throws IOException {
        boolean group = (mode & GROUP_READ) != 0;
        try {
            Files.createDirectory(directory, permissions(group ? "rwxr-x---" : "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private Path inside(String member) throws IOException {
        Path path = directory.resolve(member).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("member \"" + member + "\" of the base backup leads out of it");
        }
        return path;
    }
}
