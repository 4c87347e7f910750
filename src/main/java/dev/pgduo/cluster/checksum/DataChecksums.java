package dev.pgduo.cluster.checksum;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Reads all pages of a cluster that does not run, and checks or writes their checksums. For one thread.
 *
 * @param data the data directory
 * @param only the file number of the only relation to check; empty for all
 * @param durable whether written data are synced to disk
 */
public record DataChecksums(Path data, Optional<String> only, boolean durable) {
    private static final int PAGES = 32;

    /**
     * The numbers of read and written files and blocks.
     *
     * @param bad the number of pages with a wrong checksum
     */
    public record Counts(long files, long blocks, long bad, long filesWritten, long blocksWritten) {}

    /** Verifies each page's checksum. */
    public Counts check(ChecksumListener listener) {
        return new Reading(listener, false).run();
    }

    /** Writes each page's checksum. The server ignores them until {@link #enabled} was called. */
    public Counts write(ChecksumListener listener) {
        return new Reading(listener, true).run();
    }

    /** Sets in pg_control whether pages have checksums. */
    public void enabled(boolean enabled) {
        Path file = ControlData.file(data);
        ByteBuffer bytes = ByteBuffer.wrap(ControlData.read(data).withChecksums(enabled));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, 0);
            if (durable) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw LabException.of("could not write file \"" + file + "\": " + FailureReason.of(e));
        }
    }

    private final class Reading {
        private final ChecksumListener listener;
        private final boolean writing;
        private final PageChecksum checksum = new PageChecksum();
        private final ByteBuffer pages =
                ByteBuffer.allocateDirect(PAGES * PageChecksum.PAGE).order(ByteOrder.nativeOrder());
        private long total;
        private long bytes;
        private long files;
        private long blocks;
        private long bad;
        private long filesWritten;
        private long blocksWritten;

        Reading(ChecksumListener listener, boolean writing) {
            this.listener = listener;
            this.writing = writing;
        }

        Counts run() {
            List<PageFile> all = new PageFiles(data, only).find();
            total = all.stream().mapToLong(PageFile::size).sum();
            for (PageFile file : all) {
                files++;
                try (FileChannel channel = open(file.path())) {
                    read(file, channel);
                } catch (IOException e) {
                    throw LabException.of("could not read file \"" + file.path() + "\": " + FailureReason.of(e));
                }
                listener.file(file.path());
            }
            return new Counts(files, blocks, bad, filesWritten, blocksWritten);
        }

        private FileChannel open(Path path) {
            try {
                return writing
                        ? FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                        : FileChannel.open(path, StandardOpenOption.READ);
            } catch (IOException e) {
                throw LabException.of("could not open file \"" + path + "\": " + FailureReason.of(e));
            }
        }

        private void read(PageFile file, FileChannel channel) throws IOException {
            long written = blocksWritten;
            long block = 0;
            for (int length = fill(channel); length > 0; length = fill(channel)) {
                int whole = length / PageChecksum.PAGE;
                boolean changed = false;
                for (int i = 0; i < whole; i++) {
                    changed |= page(file, block + i, i * PageChecksum.PAGE);
                }
                if (changed) {
                    write(channel, block * PageChecksum.PAGE, whole * PageChecksum.PAGE);
                }
                block += whole;
                int rest = length % PageChecksum.PAGE;
                if (rest != 0) {
                    throw LabException.of("could not read block " + block + " in file \"" + file.path() + "\": read "
                            + rest + " of " + PageChecksum.PAGE);
                }
            }
            if (blocksWritten > written) {
                filesWritten++;
                if (durable) {
                    channel.force(true);
                }
            }
        }

        private int fill(FileChannel channel) throws IOException {
            pages.clear();
            while (pages.hasRemaining()) {
                if (channel.read(pages) < 0) {
                    break;
                }
            }
            return pages.position();
        }

        private void write(FileChannel channel, long position, int length) throws IOException {
            ByteBuffer out = pages.slice(0, length);
            long at = position;
            while (out.hasRemaining()) {
                at += channel.write(out, at);
            }
        }

        /** Verifies or writes a page's checksum; returns whether the page was changed. */
        private boolean page(PageFile file, long block, int at) {
            blocks++;
            bytes += PageChecksum.PAGE;
            if (PageChecksum.unused(pages, at)) {
                return false;
            }
            int calculated = checksum.of(pages, at, file.firstBlock() + block);
            int stored = PageChecksum.stored(pages, at);
            if (writing && stored == calculated) {
                return false;
            }
            if (writing) {
                PageChecksum.store(pages, at, calculated);
                blocksWritten++;
            } else if (stored != calculated) {
                bad++;
                listener.wrong(file.path(), block, calculated, stored);
            }
            listener.read(bytes, Math.max(bytes, total));
            return writing;
        }
    }
}
