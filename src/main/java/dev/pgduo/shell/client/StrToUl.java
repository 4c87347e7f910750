package dev.pgduo.shell.client;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses numbers as the C library's {@code strtoul} does with base 0: {@code 10}, {@code 0x0a}, {@code 012}, {@code -1}. */
final class StrToUl {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))", Pattern.DOTALL);
    private static final int BITS = 64;

    private StrToUl() {}

    /** The number if it is the whole text, as an unsigned one of 64 bits; empty when the text is no number or too large. */
    static Optional<Long> whole(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigInteger number = matcher.group(2) != null
                ? new BigInteger(matcher.group(2), 16)
                : matcher.group(3) != null ? new BigInteger(matcher.group(3), 8) : new BigInteger(matcher.group(4));
        if (number.bitLength() > BITS) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1).equals("-") ? -number.longValue() : number.longValue());
    }
}
