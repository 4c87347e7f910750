package dev.pgduo.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a person probably meant: the known one with the fewest edits, if these are few enough. */
public final class DidYouMean {
    /** The length above which a word is no typing error. */
    private static final int LONGEST = 60;

    private DidYouMean() {}

    /** The most similar known word, if it is similar enough; case is ignored. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String low = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(low, word.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt((String word) -> distance(low, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
