package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one setting: a row of pg_settings.
 *
 * @param name the setting's name
 * @param vartype bool, integer, real, enum or string
 * @param unit the unit of a number without one, such as 8kB or ms; null for none
 * @param min the smallest allowed number; null for none
 * @param max the largest allowed number; null for none
 * @param enumValues the possible values; empty unless vartype is enum
 * @param context when it can be changed, such as postmaster or sighup
 * @param shortDescription the short description
 * @see <a href="https://www.postgresql.org/docs/15/view-pg-settings.html">pg_settings</a>
 */
public record SettingInfo(
        String name,
        String vartype,
        @Nullable String unit,
        @Nullable String min,
        @Nullable String max,
        List<String> enumValues,
        String context,
        String shortDescription) {
    /** Settings whose values the server prints with its own capitalization. */
    private static final Set<String> WITHOUT_CASE = Set.of("datestyle", "timezone", "log_timezone");

    /** The relative precision of SHOW, which prints six digits. */
    private static final double PRINTED = 1e-5;

    public SettingInfo {
        enumValues = List.copyOf(enumValues);
    }

    /** The server's error for a value (guc.c of 15); empty when its syntax and range are correct. */
    public Optional<ErrorReport> check(String value) {
        if (context.equals("internal")) {
            return Optional.of(ErrorReport.error("parameter \"" + name + "\" cannot be changed"));
        }
        return switch (vartype) {
            case "bool" ->
                Booleans.isBoolean(value)
                        ? Optional.empty()
                        : Optional.of(ErrorReport.error("parameter \"" + name + "\" requires a Boolean value"));
            case "enum" -> checkChoice(value);
            case "integer", "real" -> new NumberCheck(this).check(value);
            default -> Optional.empty();
        };
    }

    /** Whether two texts, from a file or from SHOW, are the same value, such as {@code 1GB} and {@code 1024MB}. */
    public boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return switch (vartype) {
            case "bool" ->
                Booleans.isBoolean(one) && Booleans.isBoolean(other) && Booleans.isOn(one) == Booleans.isOn(other);
            case "enum" -> HiddenChoices.listed(this, one).equals(HiddenChoices.listed(this, other));
            case "integer", "real" -> sameNumber(one, other);
            default -> WITHOUT_CASE.contains(name.toLowerCase(Locale.ROOT)) && one.equalsIgnoreCase(other);
        };
    }

    private boolean sameNumber(String one, String other) {
        OptionalDouble first = new NumberCheck(this).counted(one);
        OptionalDouble second = new NumberCheck(this).counted(other);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        double x = first.getAsDouble();
        double y = second.getAsDouble();
        return x == y || Math.abs(x - y) <= PRINTED * Math.max(Math.abs(x), Math.abs(y));
    }

    ErrorReport invalid(String value) {
        return ErrorReport.error("invalid value for parameter \"" + name + "\": \"" + value + "\"");
    }

    private Optional<ErrorReport> checkChoice(String value) {
        boolean known = enumValues.stream().anyMatch(value::equalsIgnoreCase) || HiddenChoices.has(this, value);
        return known
                ? Optional.empty()
                : Optional.of(invalid(value).hint("Available values: " + String.join(", ", enumValues) + "."));
    }
}
