package dev.pgduo.session.describe;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Words;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The {@code \d} family by name. Stateless. */
public final class DescribeCommands {
    /** The first psql whose titles of lists name the kind of relations. */
    private static final int NAMES_KINDS = 18;

    private DescribeCommands() {}

    /** Whether this is a command of the family, for example {@code dtS+}, given without the backslash. */
    public static boolean has(String name) {
        return DescribeCommand.named(name).isPresent();
    }

    /**
     * Runs a command.
     *
     * @param arguments returns the next typed word
     * @return whether it succeeded; errors have been printed
     */
    public static boolean run(String name, Supplier<Optional<String>> arguments, Psql psql) throws IOException {
        DescribeCommand command = DescribeCommand.named(name).orElseThrow();
        WireConnection connection = psql.connection();
        List<String> patterns = patterns(arguments, command.most());
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            return false;
        }
        Circumstances in = new Circumstances(
                connection.major(),
                psql.major(),
                connection.endpoint().database(),
                patterns,
                flags(command.options(name), patterns, psql),
                values(command.options(name), patterns, connection.major(), psql.major()));
        boolean relation =
                command.file().equals("relations") && command.options(name).matches("[S+x]*");
        String file = relation && !patterns.isEmpty() ? "described_relations" : command.file();
        try {
            return new Describer(psql).describe(file, withArguments(file, in));
        } catch (Refused e) {
            psql.err(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static List<String> patterns(Supplier<Optional<String>> arguments, int most) {
        List<String> patterns = new ArrayList<>();
        while (patterns.size() < most) {
            Optional<String> word = arguments.get();
            if (word.isEmpty()) {
                break;
            }
            patterns.add(word.get());
        }
        return patterns;
    }

    private static Set<String> flags(String options, List<String> patterns, Psql psql) {
        Set<String> flags = new HashSet<>();
        String kinds = options.replaceAll("[S+x]", "");
        kinds.chars().forEach(letter -> flags.add(Character.toString(letter)));
        set(flags, "all", kinds.isEmpty());
        set(flags, "bad_option", !kinds.matches("[anptw]*"));
        set(flags, "system", options.contains("S"));
        set(flags, "verbose", options.contains("+"));
        set(flags, "expanded", options.contains("x"));
        set(flags, "pattern", !patterns.isEmpty());
        set(flags, "second_pattern", patterns.size() > 1);
        set(flags, "one_argument", patterns.size() == 2);
        set(flags, "array", !patterns.isEmpty() && patterns.get(0).contains("[]"));
        set(flags, "hide_tableam", on("HIDE_TABLEAM", psql));
        set(flags, "hide_compression", on("HIDE_TOAST_COMPRESSION", psql));
        return flags;
    }

    private static void set(Set<String> flags, String flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static boolean on(String variable, Psql psql) {
        return psql.variables().value(variable).flatMap(Words::bool).orElse(false);
    }

    /** The kind of the relations in a list: one kind, or several. */
    private static String kind(String letters) {
        return switch (letters.chars().distinct().count() == 1 ? letters.charAt(0) : ' ') {
            case 't' -> "tables";
            case 'i' -> "indexes";
            case 'v' -> "views";
            case 'm' -> "materialized views";
            case 's' -> "sequences";
            case 'E' -> "foreign tables";
            default -> "relations";
        };
    }

    private static Map<String, String> values(String options, List<String> patterns, int major, int psql) {
        Map<String, String> values = new HashMap<>();
        values.put("relations", psql < NAMES_KINDS ? "relations" : kind(options.replaceAll("[S+x]", "")));
        values.put("server", major < 10 ? "9.6" : Integer.toString(major));
        if (!patterns.isEmpty()) {
            values.put("pattern", patterns.get(0));
        }
        if (patterns.size() > 1) {
            values.put("second_pattern", patterns.get(1));
        }
        return values;
    }

    private static Circumstances withArguments(String file, Circumstances in) {
        int typed = in.patterns().size() - 1;
        return switch (file) {
            case "functions" ->
                ArgumentTypes.into(
                        in,
                        IntStream.range(0, Math.max(0, typed))
                                .mapToObj(i -> "p.proargtypes[" + i + "]")
                                .toList(),
                        1);
            case "operators" ->
                ArgumentTypes.into(
                        in,
                        typed == 1
                                ? List.of("o.oprright")
                                : List.of("o.oprleft", "o.oprright").subList(0, Math.max(0, Math.min(2, typed))),
                        1);
            default -> in;
        };
    }
}
