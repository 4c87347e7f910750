package dev.pgduo.cluster.wal.describe;

import java.util.function.Consumer;

/** A growing text with the numbers of C's printf; what is long already is handed on. For one thread. */
final class RecordText {
    private static final String DIGITS = "0123456789ABCDEF";
    private static final int MUCH = 1 << 14;

    private final StringBuilder text = new StringBuilder();
    private final Consumer<StringBuilder> overflow;

    /**
     * A text.
     *
     * @param overflow gets what there is so far, when it is long; may empty it
     */
    RecordText(Consumer<StringBuilder> overflow) {
        this.overflow = overflow;
    }

    /** A text that is kept whole. */
    RecordText() {
        this(text -> {});
    }

    RecordText add(String part) {
        text.append(part);
        return this;
    }

    RecordText add(char part) {
        text.append(part);
        return this;
    }

    /** A decimal number. */
    RecordText add(long number) {
        text.append(number);
        return this;
    }

    /** {@code %*u}: right-aligned. */
    RecordText right(long number, int width) {
        int start = text.length();
        text.append(number);
        int blanks = width - (text.length() - start);
        if (blanks > 0) {
            text.insert(start, " ".repeat(blanks));
        }
        return this;
    }

    /** {@code %-*s}: left-aligned. */
    RecordText left(String part, int width) {
        text.append(part);
        for (int i = part.length(); i < width; i++) {
            text.append(' ');
        }
        return this;
    }

    /** {@code %0*X}. */
    RecordText hex(long number, int width) {
        int digits = Math.max(width, (64 - Long.numberOfLeadingZeros(number | 1) + 3) / 4);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            text.append(DIGITS.charAt((int) (number >>> shift) & 0xF));
        }
        return this;
    }

    /** {@code %X/%0*X}. */
    RecordText lsn(long position, int width) {
        return hex(position >>> 32, 1).add('/').hex(position & 0xFFFF_FFFFL, width);
    }

    /** Hands on what there is, if it is much. */
    void relieve() {
        if (text.length() > MUCH) {
            overflow.accept(text);
        }
    }

    int length() {
        return text.length();
    }

    StringBuilder text() {
        return text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
