package dev.pgduo.shell.client;

import dev.pgduo.report.LabException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The number of a relation's files, as an option has it. */
final class FileNumber {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+\\s*");
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private FileNumber() {}

    static void require(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw LabException.of("invalid value \"" + value + "\" for option -f/--filenode");
        }
        BigInteger number = new BigInteger(value.strip().replace("+", ""));
        if (number.signum() < 0 || number.compareTo(LARGEST) > 0) {
            throw LabException.of("-f/--filenode must be in range 0.." + LARGEST);
        }
    }
}
