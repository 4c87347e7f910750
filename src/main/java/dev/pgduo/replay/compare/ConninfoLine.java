package dev.pgduo.replay.compare;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a configuration file that sets {@code primary_conninfo}. */
final class ConninfoLine {
    private static final Pattern LINE = Pattern.compile("\\s*primary_conninfo\\s*=\\s*'((?:[^']|'')*)'\\s*");
    private static final Pattern PAIR = Pattern.compile("(\\w+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|[^'\\s]\\S*)?");

    private ConninfoLine() {}

    /** Whether both are such lines, with the same server and user as far as both name them. */
    static boolean sameTarget(String one, String other) {
        Optional<Map<String, String>> before = target(one);
        Optional<Map<String, String>> now = target(other);
        return before.isPresent()
                && now.isPresent()
                && before.get().entrySet().stream()
                        .allMatch(key -> now.get()
                                .getOrDefault(key.getKey(), key.getValue())
                                .equals(key.getValue()));
    }

    /**
     * The options that determine the target; those that only repeat the client's defaults, which pg_basebackup writes as well,
     * are left out.
     */
    private static Optional<Map<String, String>> target(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> target = new TreeMap<>();
        PAIR.matcher(matcher.group(1).replace("''", "'")).results().forEach(pair -> {
            if (pair.group(1).matches("host|hostaddr|port|user|application_name")) {
                target.put(pair.group(1), String.valueOf(pair.group(2)));
            }
        });
        return Optional.of(target);
    }
}
