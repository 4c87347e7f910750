package dev.pgduo.cluster.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The checksum of one data page: 32 interleaved FNV-1a hashes, each with a shift, combined into one with the number of the
 * block. For one thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/checksums.html">data checksums</a>
 */
final class PageChecksum {
    /** The size of a page in bytes. */
    static final int PAGE = 8192;

    private static final int AT = 8;
    private static final int UPPER_AT = 14;
    private static final int LANES = 32;
    private static final int PRIME = 16777619;
    private static final int SHIFT = 17;
    private static final int LARGEST = 65535;

    private static final int[] START = {
        0x5B1F36E9, 0xB8525960, 0x02AB50AA, 0x1DE66D2A, 0x79FF467A, 0x9BB9F8A3, 0x217E7CD2, 0x83E13D2C,
        0xF8D4474F, 0xE39EB970, 0x42C6AE16, 0x993216FA, 0x7B093B5D, 0x98DAFF3C, 0xF718902A, 0x0B1C9CDB,
        0xE58F764B, 0x187636BC, 0x5D7B3BB1, 0xE73DE7DE, 0x92BEC979, 0xCCA6C0B2, 0x304A0979, 0x85AA43D4,
        0x783125BB, 0x6CA8EAA2, 0xE407EAC6, 0x4B5CFC3E, 0x9FBF8C76, 0x15CA20BE, 0xF2CA9FD3, 0x959BD756
    };

    private final int[] lanes = new int[LANES];
    private final int[] words = new int[PAGE / Integer.BYTES];

    /** Whether the page has never been used, so that it has no checksum. */
    static boolean unused(ByteBuffer pages, int at) {
        return pages.getShort(at + UPPER_AT) == 0;
    }

    /** The checksum in the page's header, 0 to 65535. */
    static int stored(ByteBuffer pages, int at) {
        return Short.toUnsignedInt(pages.getShort(at + AT));
    }

    static void store(ByteBuffer pages, int at, int checksum) {
        pages.putShort(at + AT, (short) checksum);
    }

    /**
     * The checksum that the page should have, 1 to 65535.
     *
     * @param pages in the machine's byte order
     * @param at the index at which the page begins
     * @param block the page's number in its fork
     */
    int of(ByteBuffer pages, int at, long block) {
        pages.slice(at, PAGE).order(pages.order()).asIntBuffer().get(words);
        // The checksum itself counts as 0: it is the lower half of its word on a little-endian machine.
        words[AT / Integer.BYTES] &= pages.order() == ByteOrder.LITTLE_ENDIAN ? 0xFFFF0000 : 0x0000FFFF;
        System.arraycopy(START, 0, lanes, 0, LANES);
        for (int row = 0; row < words.length; row += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                int mixed = lanes[lane] ^ words[row + lane];
                lanes[lane] = mixed * PRIME ^ (mixed >>> SHIFT);
            }
        }
        int folded = 0;
        for (int lane = 0; lane < LANES; lane++) {
            int last = lanes[lane] * PRIME ^ (lanes[lane] >>> SHIFT);
            folded ^= last * PRIME ^ (last >>> SHIFT);
        }
        return Integer.remainderUnsigned(folded ^ (int) block, LARGEST) + 1;
    }
}
