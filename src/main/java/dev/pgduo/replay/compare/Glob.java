package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A shell pattern for a whole line: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}, and a backslash before a literal
 * character. Matching takes at most pattern length times text length steps.
 */
final class Glob {
    private static final IntPredicate STAR = new Star();

    private final List<IntPredicate> tokens = new ArrayList<>();

    /** A pattern with or without sets; without them square brackets are literal. */
    Glob(String pattern, boolean sets) {
        int[] points = pattern.codePoints().toArray();
        int at = 0;
        while (at < points.length) {
            at = read(points, at, sets);
        }
    }

    /** A pattern that matches only this text. */
    static String literal(String text) {
        return text.replaceAll("[*?\\[\\\\]", "\\\\$0");
    }

    /** Whether the whole text matches. */
    boolean matches(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int token = 0;
        int star = -1;
        int resume = 0;
        while (at < points.length) {
            if (token < tokens.size() && tokens.get(token) == STAR) {
                star = token++;
                resume = at;
            } else if (token < tokens.size() && tokens.get(token).test(points[at])) {
                token++;
                at++;
            } else if (star >= 0) {
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return tokens.subList(token, tokens.size()).stream().allMatch(rest -> rest == STAR);
    }

    private int read(int[] points, int at, boolean sets) {
        int point = points[at];
        int close = sets && point == '[' ? close(points, at) : -1;
        if (close > 0) {
            tokens.add(set(points, at + 1, close));
            return close + 1;
        }
        if (point == '\\' && at + 1 < points.length) {
            int literal = points[at + 1];
            tokens.add(each -> each == literal);
            return at + 2;
        }
        tokens.add(point == '*' ? STAR : point == '?' ? each -> each >= 0 : each -> each == point);
        return at + 1;
    }

    /** The end of the set that begins at this bracket; a closing bracket right after the beginning is literal. */
    private static int close(int[] points, int at) {
        int from = at + 1 < points.length && (points[at + 1] == '!' || points[at + 1] == '^') ? at + 3 : at + 2;
        for (int i = from; i < points.length; i++) {
            if (points[i] == ']') {
                return i;
            }
        }
        return -1;
    }

    private static IntPredicate set(int[] points, int from, int to) {
        boolean not = points[from] == '!' || points[from] == '^';
        IntPredicate any = each -> false;
        for (int i = not ? from + 1 : from; i < to; i++) {
            boolean range = i + 2 < to && points[i + 1] == '-';
            int low = points[i];
            int high = range ? points[i + 2] : low;
            any = any.or(each -> low <= each && each <= high);
            i += range ? 2 : 0;
        }
        return not ? any.negate() : any;
    }

    /** Matches any text; recognized by its identity. */
    private record Star() implements IntPredicate {
        @Override
        public boolean test(int codePoint) {
            return true;
        }
    }
}
