package dev.pgduo.cluster.wal;

import dev.pgduo.cluster.quantity.Lsn;
import java.util.List;
import java.util.Optional;

/**
 * The WAL format of one major, and the messages of that major's programs about invalid WAL.
 *
 * @param major 9 (9.6) to 18
 */
public record WalFormat(int major) {
    private static final int FIRST = 9;

    /** The magic number in the page headers of each major, 9.6 to 18. */
    private static final List<Integer> MAGICS =
            List.of(0xD093, 0xD097, 0xD098, 0xD101, 0xD106, 0xD10D, 0xD110, 0xD113, 0xD116, 0xD118);

    /** The catalog version of each major, which is part of the directory's name in a tablespace. */
    private static final List<Integer> CATALOGS = List.of(
            201608131, 201707211, 201809051, 201909212, 202007201, 202107181, 202209061, 202307071, 202406281,
            202506291);

    private static final int RESOURCE_MANAGERS = 21;
    private static final int FIRST_OF_EXTENSIONS = 128;
    private static final int FIFTEEN = 15;

    /** The format whose pages have this magic number. */
    static Optional<WalFormat> ofMagic(int magic) {
        int index = MAGICS.indexOf(magic);
        return index < 0 ? Optional.empty() : Optional.of(new WalFormat(FIRST + index));
    }

    /** Whether servers of this major have a resource manager with this ID. */
    boolean knowsResourceManager(int number) {
        return number <= RESOURCE_MANAGERS || (major >= FIFTEEN && number >= FIRST_OF_EXTENSIONS);
    }

    /** Whether full-page images name their compression method (15 and later), with other flag bits than before. */
    boolean namesCompression() {
        return major >= FIFTEEN;
    }

    /** The name of this major's directory in a tablespace, such as {@code PG_15_202209061}. */
    public String tablespaceDirectory() {
        return "PG_" + (major == FIRST ? "9.6" : major) + "_" + CATALOGS.get(major - FIRST);
    }

    String wrongLength(Lsn start, long expected, long found) {
        String words = major <= FIFTEEN ? "wanted " : "expected at least ";
        return "invalid record length at " + start + ": " + words + expected + ", got " + found;
    }

    /** The message for an invalid page, with its position as this major gives it. */
    String wrongPage(String what, WalSegment segment, long start) {
        long offset = start - segment.start().position();
        return major <= FIFTEEN
                ? what + " in log segment " + segment.name() + ", offset " + offset
                : what + " in WAL segment " + segment.name() + ", LSN " + new Lsn(start) + ", offset " + offset;
    }
}
