package dev.pgduo.session.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses Boolean values and numbers as psql does. */
public final class Words {
    private static final List<String> YES = List.of("true", "yes", "on", "1");
    private static final List<String> NO = List.of("false", "no", "off", "0");

    private Words() {}

    /** Any unambiguous beginning of true, yes, on, false, no, off, or 1 or 0; empty for other text. */
    public static Optional<Boolean> bool(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("o")) {
            return Optional.empty();
        }
        if (YES.stream().anyMatch(yes -> yes.startsWith(lower))) {
            return Optional.of(true);
        }
        return NO.stream().anyMatch(no -> no.startsWith(lower)) ? Optional.of(false) : Optional.empty();
    }

    /** An integer of 32 bits as C parses it: decimal, octal after 0, hexadecimal after 0x; empty for other text. */
    public static Optional<Integer> number(String word) {
        String digits = word.stripLeading();
        try {
            return digits.matches("[-+]?(0[xX][0-9a-fA-F]+|[0-9]+)")
                    ? Optional.of(Integer.decode(digits))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A decimal number; empty for other text. */
    public static Optional<Double> decimal(String word) {
        String digits = word.stripLeading();
        return digits.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Optional.of(Double.valueOf(digits))
                : Optional.empty();
    }
}
