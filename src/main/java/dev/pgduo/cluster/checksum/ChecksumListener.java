package dev.pgduo.cluster.checksum;

import java.nio.file.Path;

/** Receives the results while the pages of a cluster are read. */
public interface ChecksumListener {
    /**
     * A page has a wrong checksum.
     *
     * @param block the page's number in the file
     */
    void wrong(Path file, long block, int calculated, int stored);

    /** All pages of a file have been read. */
    void file(Path file);

    /**
     * Reports the progress.
     *
     * @param bytes read so far
     * @param total the size of all files, in bytes
     */
    void read(long bytes, long total);
}
