package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the value of an integer or real setting.
 *
 * @param setting a setting of one of these types
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/misc/guc.c">parse_int and parse_real of
 * 15</a>
 */
record NumberCheck(SettingInfo setting) {
    private static final String SPACE = "[ \\t\\n\\x0b\\f\\r]*";
    private static final String HEX = "0[xX][0-9a-fA-F]+";
    private static final String EXPONENT = "[eE][-+]?[0-9]+";
    private static final Pattern REAL =
            number(HEX + "|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:" + EXPONENT + ")?|(?i:inf(?:inity)?)");
    /** With a fraction or an exponent the number is decimal; otherwise a leading 0 makes it octal. */
    private static final Pattern INTEGER = number(HEX + "|(?:[1-9][0-9]*|0[0-7]*)(?:\\.[0-9]*(?:" + EXPONENT + ")?|"
            + EXPONENT + ")|\\.[0-9]+(?:" + EXPONENT + ")?|0[0-7]*|[1-9][0-9]*");

    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern NAME = Pattern.compile("(\\S{1,3})" + SPACE, Pattern.DOTALL);

    private static Pattern number(String digits) {
        return Pattern.compile(SPACE + "([-+]?)(" + digits + ")" + SPACE + "(.*)", Pattern.DOTALL);
    }

    /** The number in the setting's unit; empty for an invalid value. */
    OptionalDouble counted(String value) {
        Matcher m = matcher(value);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        double size = isInfinite(m) ? Double.POSITIVE_INFINITY : magnitude(m.group(2));
        double number = (m.group(1).equals("-") ? -1 : 1) * size;
        OptionalDouble base = m.group(3).isEmpty() ? OptionalDouble.of(number) : converted(number, m.group(3));
        return isReal() || base.isEmpty() ? base : OptionalDouble.of(Math.rint(base.getAsDouble()));
    }

    private Matcher matcher(String value) {
        return (isReal() ? REAL : INTEGER).matcher(value);
    }

    Optional<ErrorReport> check(String value) {
        Matcher m = matcher(value);
        if (!m.matches()) {
            return Optional.of(setting.invalid(value));
        }
        if (isInfinite(m)) {
            return range(m.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        double number = (m.group(1).equals("-") ? -1 : 1) * magnitude(m.group(2));
        if (Double.isInfinite(number) || vanishes(m.group(2), number)) {
            return Optional.of(setting.invalid(value));
        }
        OptionalDouble base = m.group(3).isEmpty() ? OptionalDouble.of(number) : converted(number, m.group(3));
        if (base.isEmpty()) {
            return Optional.of(
                    setting.invalid(value).hint(unit().map(Unit::hint).orElse(null)));
        }
        return isReal() ? range(base.getAsDouble()) : integer(value, Math.rint(base.getAsDouble()));
    }

    private Optional<ErrorReport> integer(String value, double number) {
        boolean fits = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        return fits ? range(number) : Optional.of(setting.invalid(value).hint("Value exceeds integer range."));
    }

    private Optional<ErrorReport> range(double number) {
        String min = setting.min();
        String max = setting.max();
        boolean below = min != null && number < Double.parseDouble(min);
        boolean above = max != null && number > Double.parseDouble(max);
        if (!below && !above) {
            return Optional.empty();
        }
        String unit = setting.unit() == null ? "" : " " + setting.unit();
        return Optional.of(ErrorReport.error(shown(number) + unit + " is outside the valid range for parameter \""
                + setting.name() + "\" (" + min + " .. " + max + ")"));
    }

    private static boolean isInfinite(Matcher m) {
        return m.group(2).toLowerCase(Locale.ROOT).startsWith("inf");
    }

    private double magnitude(String digits) {
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            return new BigInteger(digits.substring(2), 16).doubleValue();
        }
        boolean octal = !isReal() && OCTAL.matcher(digits).matches();
        return octal ? new BigInteger(digits, 8).doubleValue() : Double.parseDouble(digits);
    }

    /** Whether a number other than 0 is too small for a double. */
    private static boolean vanishes(String digits, double number) {
        String mantissa = digits.replaceFirst("[eE].*", "");
        return Math.abs(number) < Double.MIN_NORMAL && mantissa.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    private OptionalDouble converted(double number, String rest) {
        Matcher m = NAME.matcher(rest);
        Optional<Unit> unit = unit();
        return m.matches() && unit.isPresent() ? unit.get().from(number, m.group(1)) : OptionalDouble.empty();
    }

    private Optional<Unit> unit() {
        return Optional.ofNullable(setting.unit()).flatMap(Unit::of);
    }

    private boolean isReal() {
        return setting.vartype().equals("real");
    }

    /** The number as printf formats it with %d or %g. */
    private String shown(double number) {
        if (!isReal()) {
            return Long.toString((long) number);
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        String rounded = new BigDecimal(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
        double size = Math.abs(number);
        return size != 0 && (size < 1e-4 || size >= 1e6) ? scientific(number) : rounded;
    }

    private static String scientific(double number) {
        String[] parts = String.format(Locale.ROOT, "%.5e", number).split("e", 2);
        return parts[0].replaceFirst("\\.?0+$", "") + "e" + parts[1];
    }
}
