package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of a setting's numbers.
 *
 * @param family all units of its kind, largest first, each with its size
 * @param size the unit's size in the family's smallest unit
 * @param hint the server's HINT about valid units
 */
record Unit(Map<String, Double> family, double size, String hint) {
    private static final Pattern COUNTED = Pattern.compile("([0-9]*)([A-Za-z]+)");
    private static final Map<String, Double> MEMORY = family(
            List.of("TB", "GB", "MB", "kB", "B"),
            List.of(1024.0 * 1024 * 1024 * 1024, 1024.0 * 1024 * 1024, 1024.0 * 1024, 1024.0, 1.0));
    private static final Map<String, Double> TIME =
            family(List.of("d", "h", "min", "s", "ms", "us"), List.of(86400e6, 3600e6, 60e6, 1e6, 1e3, 1.0));

    private static Map<String, Double> family(List<String> names, List<Double> sizes) {
        Map<String, Double> family = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            family.put(names.get(i), sizes.get(i));
        }
        return family;
    }

    /** The unit with this text in pg_settings, such as kB, 8kB or min. */
    static Optional<Unit> of(String text) {
        Matcher m = COUNTED.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        double count = m.group(1).isEmpty() ? 1 : Double.parseDouble(m.group(1));
        String name = m.group(2);
        if (MEMORY.containsKey(name)) {
            return Optional.of(
                    new Unit(MEMORY, count * size(MEMORY, name), hint("\"B\", \"kB\", \"MB\", \"GB\", and \"TB\"")));
        }
        return TIME.containsKey(name)
                ? Optional.of(new Unit(
                        TIME, count * size(TIME, name), hint("\"us\", \"ms\", \"s\", \"min\", \"h\", and \"d\"")))
                : Optional.empty();
    }

    /**
     * A number of another unit in this unit; one with a fraction is first rounded to the next smaller unit, as in
     * convert_to_base_unit.
     */
    OptionalDouble from(double number, String name) {
        if (!family.containsKey(name)) {
            return OptionalDouble.empty();
        }
        double converted = number * size(family, name) / size;
        List<String> names = new ArrayList<>(family.keySet());
        int next = names.indexOf(name) + 1;
        if (next == names.size()) {
            return OptionalDouble.of(converted);
        }
        double smaller = size(family, names.get(next)) / size;
        return OptionalDouble.of(Math.rint(converted / smaller) * smaller);
    }

    private static double size(Map<String, Double> family, String name) {
        return family.getOrDefault(name, Double.NaN);
    }

    private static String hint(String units) {
        return "Valid units for this parameter are " + units + ".";
    }
}
