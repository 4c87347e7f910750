package dev.pgduo.table;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a locale writes numbers ({@code \pset numericlocale}, psql: {@code setDecimalLocale}).
 *
 * @param group digits between two thousands separators, 1 to 6
 */
public record NumericLocale(String decimalPoint, String thousandsSeparator, int group) {
    /** The C locale, as psql treats it. */
    public static final NumericLocale C = new NumericLocale(".", ",", 3);

    public NumericLocale {
        if (group < 1 || group > 6) {
            throw new IllegalArgumentException("group of digits out of range: " + group);
        }
    }

    /** A locale by Java's data; glibc may have another separator for it. */
    public static NumericLocale of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        return new NumericLocale(
                String.valueOf(symbols.getDecimalSeparator()), String.valueOf(symbols.getGroupingSeparator()), 3);
    }

    /** The number with separators; anything that is not a number (money, NaN) unchanged. */
    byte[] apply(byte[] number) {
        String text = new String(number, StandardCharsets.UTF_8);
        return text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)
                ? grouped(text).getBytes(StandardCharsets.UTF_8)
                : number;
    }

    private String grouped(String text) {
        int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int end = first;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        StringBuilder out = new StringBuilder(text.substring(0, first));
        for (int i = first; i < end; i++) {
            if (i > first && (end - i) % group == 0) {
                out.append(thousandsSeparator);
            }
            out.append(text.charAt(i));
        }
        boolean point = end < text.length() && text.charAt(end) == '.';
        return point
                ? out.append(decimalPoint).append(text, end + 1, text.length()).toString()
                : out.append(text, end, text.length()).toString();
    }
}
