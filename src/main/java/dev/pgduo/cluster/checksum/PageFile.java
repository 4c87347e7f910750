package dev.pgduo.cluster.checksum;

import java.nio.file.Path;

/**
 * A file of pages.
 *
 * @param firstBlock the number in its fork that the file's first page has: relations are cut into files of 1 GB
 * @param size bytes
 */
record PageFile(Path path, long firstBlock, long size) {}
