package dev.pgduo.cluster.binaries.download;

import dev.pgduo.cluster.binaries.TransferProgress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A jar that contains one compressed archive with a server.
 *
 * @param jar the jar file
 */
record ServerArchive(Path jar) {
    /**
     * Unpacks the server.
     *
     * @param directory an empty directory
     * @param doing the description for the progress
     * @throws DamagedArchive when the jar cannot be read, or contains a name outside of the directory
     * @throws InterruptedIOException when this thread is interrupted
     * @throws IOException when the directory cannot be written
     */
    void unpack(Path directory, String doing, TransferProgress progress) throws IOException {
        try (ZipFile zip = open()) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new DamagedArchive("it has no .txz file in it"));
            InputStream counted =
                    new CountedInput(zip.getInputStream(entry), count -> progress.at(doing, count, entry.getSize()));
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new ReadAhead(new Plain(counted)))) {
                Unpacking target = new Unpacking(directory.toRealPath());
                for (TarArchiveEntry next = next(tar); next != null; next = next(tar)) {
                    target.add(next, tar);
                }
                target.link();
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(jar.toFile());
        } catch (ZipException e) {
            throw new DamagedArchive(e);
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (DamagedArchive | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new DamagedArchive(e);
        }
    }

    /** The decompressed bytes; exceptions here are errors of the archive, not of the directory. */
    private static final class Plain extends FilterInputStream {
        Plain(InputStream compressed) throws IOException {
            super(decompress(compressed));
        }

        private static InputStream decompress(InputStream compressed) throws IOException {
            try {
                return new XZInputStream(compressed);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                throw new DamagedArchive(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                throw new DamagedArchive(e);
            }
        }
    }
}
