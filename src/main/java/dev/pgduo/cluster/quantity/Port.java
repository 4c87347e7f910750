package dev.pgduo.cluster.quantity;

import dev.pgduo.report.LabException;

/**
 * A TCP port that a server listens on.
 *
 * @param number 1 to 65535
 */
public record Port(int number) {
    public Port {
        if (!valid(number)) {
            throw LabException.of("port " + number + " is out of range", "A port is a number from 1 to 65535.");
        }
    }

    /**
     * Reads a decimal number.
     *
     * @throws LabException when the text is no number, or out of range
     */
    public static Port parse(String text) {
        try {
            return new Port(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw LabException.of("invalid port: \"" + text + "\"", "A port is a number from 1 to 65535.");
        }
    }

    /** Whether a number is a valid port. */
    public static boolean valid(long number) {
        return number >= 1 && number <= 65535;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
