package dev.pgduo.shell.client;

import dev.pgduo.report.LabException;
import java.util.Locale;

/** {@code -Z METHOD[:DETAIL]} with the methods none and gzip. */
final class Compression {
    private static final int LARGEST = 9;
    private static final int USUAL = 6;

    private Compression() {}

    /** 1 to 9 for gzip, 0 for none. */
    static int level(String word) {
        if (word.matches("-?\\d{1,9}")) {
            int level = Integer.parseInt(word);
            return level == 0 ? 0 : gzip(level);
        }
        int colon = word.indexOf(':');
        String method = colon < 0 ? word : word.substring(0, colon);
        String detail = colon < 0 ? "" : word.substring(colon + 1);
        switch (method.toLowerCase(Locale.ROOT)) {
            case "none" -> {
                if (!detail.isEmpty()) {
                    throw specification("compression algorithm \"none\" does not accept a compression level");
                }
                return 0;
            }
            case "gzip" -> {
                return detail.isEmpty() ? USUAL : gzip(number(detail));
            }
            case "lz4", "zstd" -> throw LabException.of("pgduo's own pg_receivewal does not compress with " + method);
            default -> throw LabException.of("unrecognized compression algorithm: \"" + method + "\"");
        }
    }

    private static int number(String detail) {
        String level = detail.startsWith("level=") ? detail.substring("level=".length()) : detail;
        if (!level.matches("-?\\d{1,9}")) {
            throw specification("unrecognized compression option: \"" + detail + "\"");
        }
        return Integer.parseInt(level);
    }

    private static int gzip(int level) {
        if (level < 1 || level > LARGEST) {
            throw specification("compression algorithm \"gzip\" expects a compression level between 1 and " + LARGEST
                    + " (default at -1)");
        }
        return level;
    }

    private static LabException specification(String why) {
        return LabException.of("invalid compression specification: " + why);
    }
}
