package dev.pgduo.cluster.backup;

import dev.pgduo.wire.ReplicationConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives the tar archives of one base backup, and its manifest. */
final class Archives {
    private static final String SUFFIX = ".tar";

    private final ReplicationConnection link;
    private final Path directory;
    private final BackupFiles.Plan plan;

    /** @param directory where the data directory is written */
    Archives(ReplicationConnection link, Path directory, BackupFiles.Plan plan) {
        this.link = link;
        this.directory = directory;
        this.plan = plan;
    }

    /** Receives all archives in one COPY (15 and later), in which messages say where an archive or the manifest begins. */
    void receiveInOne() throws IOException {
        link.expect('H');
        TarReader tar = null;
        FileChannel manifest = null;
        for (char type = link.next(); type == 'd'; type = link.next()) {
            switch (link.one()) {
                case 'n' -> {
                    end(tar);
                    tar = archive(oid(link.string()));
                }
                case 'm' -> {
                    end(tar);
                    tar = null;
                    manifest = manifest();
                }
                case 'd' -> {
                    if (manifest == null) {
                        read(java.util.Objects.requireNonNull(tar, "data before an archive"));
                    } else {
                        write(manifest);
                    }
                }
                default -> {
                    // Progress reports are skipped: the bytes are counted here as well.
                }
            }
        }
        end(tar);
        end(manifest);
    }

    /** Receives one COPY for each archive (up to 14), in the order of the tablespaces, and one for the manifest. */
    void receiveOneByOne(List<Tablespace> tablespaces, boolean withManifest) throws IOException {
        for (Tablespace tablespace : tablespaces) {
            link.expect('H');
            TarReader tar = archive(tablespace.oid());
            while (link.next() == 'd') {
                read(tar);
            }
            tar.end();
        }
        if (withManifest) {
            link.expect('H');
            FileChannel manifest = manifest();
            while (link.next() == 'd') {
                write(manifest);
            }
            end(manifest);
        }
    }

    private TarReader archive(String oid) {
        String name = "pg_tblspc/" + oid;
        Path target = oid.isEmpty() ? directory : plan.links().get(name);
        if (target == null) {
            throw new IllegalStateException("no tablespace " + oid);
        }
        return new TarReader(new BackupFiles(target, oid.isEmpty() ? "" : name + "/", plan));
    }

    /** The tablespace's OID from an archive's name; empty for {@code base.tar}, the data directory. */
    private static String oid(String archive) {
        String name = archive.endsWith(SUFFIX) ? archive.substring(0, archive.length() - SUFFIX.length()) : archive;
        return name.equals("base") ? "" : name;
    }

    private void read(TarReader tar) throws IOException {
        for (ByteBuffer piece = link.piece(); piece.hasRemaining(); piece = link.piece()) {
            tar.accept(piece);
        }
    }

    private void write(FileChannel file) throws IOException {
        for (ByteBuffer piece = link.piece(); piece.hasRemaining(); piece = link.piece()) {
            while (piece.hasRemaining()) {
                file.write(piece);
            }
        }
    }

    private FileChannel manifest() throws IOException {
        return FileChannel.open(
                directory.resolve("backup_manifest"),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void end(@Nullable TarReader tar) throws IOException {
        if (tar != null) {
            tar.end();
        }
    }

    private void end(@Nullable FileChannel manifest) throws IOException {
        if (manifest != null) {
            plan.syncer().finish(manifest);
        }
    }
}
