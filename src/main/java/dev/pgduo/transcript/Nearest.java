package dev.pgduo.transcript;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word that takes the fewest edits, when that is few enough. */
final class Nearest {
    private Nearest() {}

    static Optional<String> to(String typed, Collection<String> known) {
        String low = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.min(3, low.length() / 2));
        return known.stream()
                .filter(word -> distance(low, word.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.<String>comparingInt(word -> distance(low, word))
                        .thenComparing(word -> word));
    }

    /** Levenshtein's distance; a word longer than 40 characters is no typing error. */
    private static int distance(String left, String right) {
        if (left.length() > 40) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int swap = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
