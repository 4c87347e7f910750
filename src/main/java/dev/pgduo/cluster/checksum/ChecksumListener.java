package dev.pgduo.cluster.checksum;

import java.nio.file.Path;

/** Receives what is found while the pages of a cluster are read. */
public interface ChecksumListener {
    /**
     * A page whose checksum is wrong.
     *
     * @param block its number in the file
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
