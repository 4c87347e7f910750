package dev.pgduo.shell.client;

import dev.pgduo.report.LabException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** An option whose value is an integer. */
final class IntegerOption {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+\\s*");

    private IntegerOption() {}

    /**
     * Parses the value.
     *
     * @param option the option as messages name it: {@code -s/--status-interval}
     * @throws LabException when the value is no integer, or out of range
     */
    static int of(String option, String value, int least, int largest) {
        if (!NUMBER.matcher(value).matches()) {
            throw LabException.of("invalid value \"" + value + "\" for option " + option);
        }
        BigInteger number = new BigInteger(value.strip().replace("+", ""));
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(largest)) > 0) {
            throw LabException.of(option + " must be in range " + least + ".." + largest);
        }
        return number.intValue();
    }
}
