package dev.pgduo.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How many terminal columns a character takes, as psql counts them ({@code ucs_wcwidth} of version 15). The ranges of wide and of
 * nonspacing characters were measured with a real psql; they are neither JLine's nor this JDK's Unicode version.
 */
public final class DisplayWidth {
    private DisplayWidth() {}

    /** 0, 1 or 2 columns; -1 for a control character, which psql shows as an escape. */
    public static int of(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == 0 ? 0 : -1;
        }
        if (codePoint < 0x300) {
            return codePoint >= 0x7f && codePoint < 0xa0 ? -1 : 1;
        }
        return codePoint > 0x10ffff ? -1 : Ranges.widthOf(codePoint);
    }

    /** Columns of a text on one line, where control characters take none (psql: {@code pg_wcswidth}). */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).filter(w -> w > 0).sum();
    }

    /** The index of the char that starts at that column; the text's length when it ends before; -1 inside a wide one. */
    public static int indexAt(String text, int column) {
        int index = 0;
        int at = 0;
        while (index < text.length() && at < column) {
            int codePoint = text.codePointAt(index);
            at += Math.max(0, of(codePoint));
            index += Character.charCount(codePoint);
        }
        while (index < text.length() && of(text.codePointAt(index)) == 0) {
            index += Character.charCount(text.codePointAt(index));
        }
        return at > column ? -1 : index;
    }

    /**
     * The ranges of wide and of nonspacing characters; read when the first character outside of the European scripts is measured, never for
     * plain ASCII.
     */
    private static final class Ranges {
        private static final int[] FIRST;
        private static final int[] LAST;
        private static final byte[] WIDTH;

        static {
            String[] lines = lines();
            FIRST = new int[lines.length];
            LAST = new int[lines.length];
            WIDTH = new byte[lines.length];
            for (int i = 0; i < lines.length; i++) {
                String[] fields = lines[i].split(" ", -1);
                FIRST[i] = Integer.parseInt(fields[0], 16);
                LAST[i] = Integer.parseInt(fields[1], 16);
                WIDTH[i] = Byte.parseByte(fields[2]);
            }
        }

        private static String[] lines() {
            InputStream in = DisplayWidth.class.getResourceAsStream("display-width.txt");
            if (in == null) {
                throw new IllegalStateException("display-width.txt is not in the jar");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                return reader.lines().filter(line -> !line.startsWith("#")).toArray(String[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static int widthOf(int codePoint) {
            int found = Arrays.binarySearch(FIRST, codePoint);
            int range = found >= 0 ? found : -found - 2;
            return range >= 0 && codePoint <= LAST[range] ? WIDTH[range] : 1;
        }
    }
}
