package dev.pgduo.cluster.wal.describe;

import java.util.Arrays;

/** A text buffer that formats numbers as C's printf does. For one thread. */
final class RecordText {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();
    private static final int MUCH = 1 << 14;
    private static final int LONGEST_NUMBER = 20;

    private final Runnable overflow;
    private char[] chars = new char[2 * MUCH];
    private int length;

    /**
     * A buffer.
     *
     * @param overflow is called when the text has become long; may write and empty it
     */
    RecordText(Runnable overflow) {
        this.overflow = overflow;
    }

    /** A buffer that keeps the whole text. */
    RecordText() {
        this(() -> {});
    }

    RecordText add(String part) {
        int size = part.length();
        reserve(size);
        part.getChars(0, size, chars, length);
        length += size;
        return this;
    }

    RecordText add(char part) {
        reserve(1);
        chars[length++] = part;
        return this;
    }

    /** Appends a decimal number. */
    RecordText add(long number) {
        return number < 0 ? add(Long.toString(number)) : right(number, 0);
    }

    /** Appends a number right-aligned ({@code %*u}). */
    RecordText right(long number, int width) {
        reserve(Math.max(width, LONGEST_NUMBER));
        int digits = 1;
        for (long bound = 10; digits < LONGEST_NUMBER - 1 && number >= bound; bound *= 10) {
            digits++;
        }
        int end = length + Math.max(width, digits);
        int at = end;
        long rest = number;
        while (rest > Integer.MAX_VALUE) {
            chars[--at] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        }
        int small = (int) rest;
        do {
            chars[--at] = DIGITS[small % 10];
            small /= 10;
        } while (small != 0);
        while (at > length) {
            chars[--at] = ' ';
        }
        length = end;
        return this;
    }

    /** Appends a text left-aligned ({@code %-*s}). */
    RecordText left(String part, int width) {
        add(part);
        for (int i = part.length(); i < width; i++) {
            add(' ');
        }
        return this;
    }

    /** Appends a hexadecimal number with leading zeros ({@code %0*X}). */
    RecordText hex(long number, int width) {
        int digits = Math.max(width, (64 - Long.numberOfLeadingZeros(number | 1) + 3) / 4);
        reserve(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            chars[length++] = DIGITS[(int) (number >>> shift) & 0xF];
        }
        return this;
    }

    /** Appends an LSN ({@code %X/%0*X}). */
    RecordText lsn(long position, int width) {
        return hex(position >>> 32, 1).add('/').hex(position & 0xFFFF_FFFFL, width);
    }

    /** Calls the overflow action, if the text is long. */
    void relieve() {
        if (length > MUCH) {
            overflow.run();
        }
    }

    int length() {
        return length;
    }

    /** The buffer's characters; valid until the next change. */
    char[] chars() {
        return chars;
    }

    void clear() {
        length = 0;
    }

    private void reserve(int more) {
        if (chars.length - length < more) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
        }
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
