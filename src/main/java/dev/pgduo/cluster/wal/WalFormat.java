package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.List;
import java.util.Optional;

/**
 * What one major's write-ahead log looks like, and how its programs complain of it.
 *
 * @param major 9 (9.6) to 18
 */
public record WalFormat(int major) {
    private static final int FIRST = 9;

    /** The page magic of each major, 9.6 to 18. */
    private static final List<Integer> MAGICS =
            List.of(0xD093, 0xD097, 0xD098, 0xD101, 0xD106, 0xD10D, 0xD110, 0xD113, 0xD116, 0xD118);

    /** The catalog version of each major, which is in the names of the directories of tablespaces. */
    private static final List<Integer> CATALOGS = List.of(
            201608131, 201707211, 201809051, 201909212, 202007201, 202107181, 202209061, 202307071, 202406281,
            202506291);

    private static final int RESOURCE_MANAGERS = 21;
    private static final int FIRST_OF_EXTENSIONS = 128;
    private static final int FIFTEEN = 15;

    /** The format whose pages begin with this number. */
    static Optional<WalFormat> ofMagic(int magic) {
        int index = MAGICS.indexOf(magic);
        return index < 0 ? Optional.empty() : Optional.of(new WalFormat(FIRST + index));
    }

    /** Whether the servers of this major have a resource manager of this number. */
    boolean knowsResourceManager(int number) {
        return number <= RESOURCE_MANAGERS || (major >= FIFTEEN && number >= FIRST_OF_EXTENSIONS);
    }

    /** Whether images of pages say how they were compressed, with bits that were numbered anew for it. */
    boolean namesCompression() {
        return major >= FIFTEEN;
    }

    /** The directory of this major's files in a tablespace. */
    public String tablespaceDirectory() {
        return "PG_" + (major == FIRST ? "9.6" : major) + "_" + CATALOGS.get(major - FIRST);
    }

    String wrongLength(Lsn start, long expected, long found) {
        String words = major <= FIFTEEN ? "wanted " : "expected at least ";
        return "invalid record length at " + start + ": " + words + expected + ", got " + found;
    }

    /** What is wrong with a page, and where that is. */
    String wrongPage(String what, WalSegment segment, long start) {
        long offset = start - segment.start().position();
        return major <= FIFTEEN
                ? what + " in log segment " + segment.name() + ", offset " + offset
                : what + " in WAL segment " + segment.name() + ", LSN " + new Lsn(start) + ", offset " + offset;
    }
}
