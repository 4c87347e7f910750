package dev.pgduo.table;

import java.io.ByteArrayOutputStream;

/** UTF-8 as psql reads it (mbprint.c of version 15), which accepts some invalid sequences. */
final class Utf8 {
    private Utf8() {}

    /** The number of bytes that a character takes by its first byte (psql: {@code pg_utf_mblen}). */
    static int length(byte first) {
        if ((first & 0xe0) == 0xc0) {
            return 2;
        }
        if ((first & 0xf0) == 0xe0) {
            return 3;
        }
        return (first & 0xf8) == 0xf0 ? 4 : 1;
    }

    /** The code point of the whole character at {@code at}; -1 for a byte that begins none. */
    static int codePoint(byte[] text, int at) {
        int first = text[at];
        return switch (length(text[at])) {
            case 2 -> (first & 0x1f) << 6 | tail(text, at + 1);
            case 3 -> (first & 0x0f) << 12 | tail(text, at + 1) << 6 | tail(text, at + 2);
            case 4 -> (first & 0x07) << 18 | tail(text, at + 1) << 12 | tail(text, at + 2) << 6 | tail(text, at + 3);
            default -> first < 0 ? -1 : first;
        };
    }

    private static int tail(byte[] text, int at) {
        return text[at] & 0x3f;
    }

    /** The text without what psql drops before it prints a cell: bytes that are no UTF-8, and some noncharacters. */
    static byte[] validated(byte[] text) {
        for (int i = 0; i < text.length; i += length(text[i])) {
            if (!valid(text, i)) {
                return withoutInvalid(text);
            }
        }
        return text;
    }

    private static byte[] withoutInvalid(byte[] text) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(text.length);
        int i = 0;
        while (i < text.length) {
            int length = valid(text, i) ? length(text[i]) : 0;
            kept.write(text, i, length);
            i += Math.max(1, length);
        }
        return kept.toByteArray();
    }

    private static boolean valid(byte[] text, int at) {
        int first = text[at];
        if (first >= 0) {
            return true;
        }
        int length = length(text[at]);
        return length > 1
                && continues(text, at, length)
                && switch (length) {
                    case 2 -> (first & 0x1f) > 1;
                    case 3 -> validOfThree(first, text[at + 1]);
                    default -> validOfFour(codePoint(text, at));
                };
    }

    private static boolean continues(byte[] text, int at, int length) {
        if (at + length > text.length) {
            return false;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((text[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Refuses overlong forms, but only half of the surrogates, as psql does by a mistake in its bit masks. */
    private static boolean validOfThree(int first, int second) {
        boolean overlong = (first & 0x0f) == 0 && (second & 0x20) == 0;
        boolean surrogate = (first & 0x0f) == 0x0d && (second & 0x2c) == 0x20;
        return !overlong && !surrogate;
    }

    private static boolean validOfFour(int codePoint) {
        return codePoint > 0xffff && codePoint <= 0x10ffff && (codePoint & 0xfffe) != 0xfffe;
    }
}
