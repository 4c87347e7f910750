package dev.pgduo.lab.pair;

import java.util.Locale;

/** Formats quantities with few characters. */
public final class Amount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private Amount() {}

    /** {@code 512 B}, {@code 16 MB}, {@code 1.5 GB}: with at least two digits where they are significant. */
    public static String bytes(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP - 0.5 && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        boolean whole = size >= 10 || Math.abs(size - Math.rint(size)) < 0.05;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    /** {@code 0.2 s}, {@code 14 s}, {@code 3 min}. */
    public static String seconds(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
}
