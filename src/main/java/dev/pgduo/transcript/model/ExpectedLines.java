package dev.pgduo.transcript.model;

import java.util.regex.Pattern;

/** Parses and writes pattern lines. */
public final class ExpectedLines {
    static final String ANY = "...";
    static final String GLOB = " (glob)";
    public static final String REGEX = " (re)";

    private static final Pattern REFERENCE = Pattern.compile("%\\{\\w+}");

    private ExpectedLines() {}

    public static ExpectedLine read(int line, String text) {
        if (text.stripTrailing().equals(ANY)) {
            return new ExpectedLine.AnyLines(line, text);
        }
        if (text.endsWith(GLOB)) {
            return new ExpectedLine.Glob(line, text.substring(0, text.length() - GLOB.length()));
        }
        if (text.endsWith(REGEX)) {
            return new ExpectedLine.Regex(line, text.substring(0, text.length() - REGEX.length()));
        }
        return new ExpectedLine.Exact(line, text);
    }

    /**
     * A regular expression with a placeholder for each {@code %{NAME}}, so that it can be checked before the values are known.
     */
    public static String withoutReferences(String regex) {
        return REFERENCE.matcher(regex).replaceAll("x");
    }

    static String globToRegex(String glob) {
        StringBuilder regex = new StringBuilder();
        int[] points = glob.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '*') {
                regex.append(".*");
            } else if (points[i] == '?') {
                regex.append('.');
            } else {
                i = points[i] == '\\' && i + 1 < points.length ? i + 1 : i;
                regex.append(quoteRegex(Character.toString(points[i])));
            }
        }
        return regex.toString();
    }

    static String quoteGlob(String value) {
        return value.replaceAll("[*?\\\\]", "\\\\$0");
    }

    public static String quoteRegex(String value) {
        StringBuilder regex = new StringBuilder();
        value.codePoints().forEach(point -> regex.append(quote(point)));
        return regex.toString();
    }

    private static String quote(int point) {
        if (point < ' ' || point == 0x7f || point == 0x85 || point == 0x2028 || point == 0x2029) {
            return String.format("\\x{%x}", point);
        }
        boolean special = "\\^$.|?*+()[]{}%=".indexOf(point) >= 0;
        return (special ? "\\" : "") + Character.toString(point);
    }
}
