package dev.pgduo.cluster.checksum;

import java.nio.file.Path;

/**
 * A file of pages.
 *
 * @param firstBlock the block number of the file's first page in its fork; relations are split into files of 1 GB
 * @param size the size in bytes
 */
record PageFile(Path path, long firstBlock, long size) {}
