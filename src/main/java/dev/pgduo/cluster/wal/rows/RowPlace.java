package dev.pgduo.cluster.wal.rows;

/** A row's ctid packed into one number, so that many of them take little memory. */
public final class RowPlace {
    private static final int OFFSET_BITS = 16;
    private static final int OFFSET = 0xFFFF;

    private RowPlace() {}

    static long of(long block, int offset) {
        return block << OFFSET_BITS | offset;
    }

    static long block(long place) {
        return place >>> OFFSET_BITS;
    }

    static int offset(long place) {
        return (int) place & OFFSET;
    }

    /** The ctid as the server prints it, such as {@code (0,1)}. */
    public static String text(long place) {
        return "(" + block(place) + "," + offset(place) + ")";
    }

    /** Parses a ctid such as {@code (0,1)}. */
    public static long parse(String text) {
        int comma = text.indexOf(',');
        return of(
                Long.parseLong(text.substring(1, comma)),
                Integer.parseInt(text.substring(comma + 1, text.length() - 1)));
    }
}
