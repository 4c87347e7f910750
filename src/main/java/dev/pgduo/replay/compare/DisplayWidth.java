package dev.pgduo.replay.compare;

/**
 * Width of a text on a terminal, in columns, as psql counts it: wide East Asian characters and emoji take two, combining
 * marks and format characters none.
 */
final class DisplayWidth {
    /** First and last code points of the ranges of double width. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653,
        0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x2753, 0x2755, 0x2795, 0x2797, 0x2B1B, 0x2B1C,
        0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1B000, 0x1B2FB, 0x1F004,
        0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F265, 0x1F300, 0x1F64F, 0x1F680,
        0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1FAF8, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    /** Columns the whole text takes. */
    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The index of the char that starts at that column; the text's length when it ends before; -1 inside a wide one. */
    static int indexAt(String text, int column) {
        int index = 0;
        int at = 0;
        while (index < text.length() && at < column) {
            int codePoint = text.codePointAt(index);
            at += of(codePoint);
            index += Character.charCount(codePoint);
        }
        while (index < text.length() && of(text.codePointAt(index)) == 0) {
            index += Character.charCount(text.codePointAt(index));
        }
        return at > column ? -1 : index;
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        boolean nothing =
                type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
        if (nothing && codePoint != 0xAD) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= codePoint; i += 2) {
            if (codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
