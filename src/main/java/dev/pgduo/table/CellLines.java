package dev.pgduo.table;

import java.util.Arrays;

/**
 * One cell made printable: its lines, with tabs expanded and control characters as escapes (psql: {@code pg_wcsformat}).
 * Reused from cell to cell.
 */
final class CellLines {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private final TextEncoding encoding;
    private byte[] own = new byte[256];
    private int size;
    private byte[] text = own;
    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int[] widths = new int[4];
    private int count;
    private int lineWidth;

    CellLines(TextEncoding encoding) {
        this.encoding = encoding;
    }

    static CellLines of(byte[] cell, TextEncoding encoding) {
        CellLines lines = new CellLines(encoding);
        lines.format(cell, 0, cell.length);
        return lines;
    }

    int count() {
        return count;
    }

    /** Display columns of one line. */
    int width(int line) {
        return widths[line];
    }

    /** Display columns of the widest line. */
    int width() {
        int max = 0;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, widths[i]);
        }
        return max;
    }

    byte[] text() {
        return text;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    /** Takes a cell of printable ASCII as it stands, without copying it. */
    void plain(byte[] cell, int from, int to) {
        text = cell;
        count = 1;
        starts[0] = from;
        ends[0] = to;
        widths[0] = to - from;
    }

    void format(byte[] cell, int from, int to) {
        count = 0;
        size = 0;
        begin();
        int at = from;
        while (at < to) {
            int length = encoding.characterLength(cell, at);
            if (length > to - at) {
                break;
            }
            if (length == 1) {
                single(cell, at);
            } else {
                multi(cell, at, length);
            }
            at += length;
        }
        end();
        text = own;
    }

    private void begin() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            widths = Arrays.copyOf(widths, count * 2);
        }
        starts[count] = size;
        lineWidth = 0;
    }

    private void end() {
        ends[count] = size;
        widths[count] = lineWidth;
        count++;
    }

    private void single(byte[] cell, int at) {
        switch (cell[at]) {
            case '\n' -> {
                end();
                begin();
            }
            case '\r' -> {
                append((byte) '\\');
                append((byte) 'r');
                lineWidth += 2;
            }
            case '\t' -> {
                int spaces = 8 - lineWidth % 8;
                for (int i = 0; i < spaces; i++) {
                    append((byte) ' ');
                }
                lineWidth += spaces;
            }
            default -> other(cell, at);
        }
    }

    private void other(byte[] cell, int at) {
        byte octet = cell[at];
        boolean lone = encoding == TextEncoding.UTF8 && octet < 0;
        int width = lone ? -1 : encoding.characterWidth(cell, at);
        if (width >= 0 && octet != 0) {
            append(octet);
            lineWidth += width;
        } else {
            append((byte) '\\');
            append((byte) 'x');
            hex(octet & 0xff, 2);
            lineWidth += 4;
        }
    }

    private void multi(byte[] cell, int at, int length) {
        int width = encoding.characterWidth(cell, at);
        if (width < 0) {
            append((byte) '\\');
            append((byte) 'u');
            hex(Utf8.codePoint(cell, at), 4);
            lineWidth += 6;
            return;
        }
        for (int i = at; i < at + length; i++) {
            append(cell[i]);
        }
        lineWidth += width;
    }

    private void hex(int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            append(HEX[value >> shift & 0xf]);
        }
    }

    private void append(byte octet) {
        if (size == own.length) {
            own = Arrays.copyOf(own, size * 2);
        }
        own[size++] = octet;
    }
}
