package dev.pgduo.session.help;

import dev.pgduo.report.ResourceText;
import dev.pgduo.session.query.Psql;
import dev.pgduo.table.Format;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.wire.WireConnection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The help on backslash commands, command-line options and special variables, with their present settings. */
public final class SlashHelp {
    /** The answer to the word help without a backslash. */
    public static final String TYPED = """
                You are using psql, the command-line interface to PostgreSQL.
                Type:  \\copyright for distribution terms
                       \\h for help with SQL commands
                       \\? for help with psql commands
                       \\g or terminate with semicolon to execute query
                       \\q to quit
                """;

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z_]+)}");

    private SlashHelp() {}

    /** The text for the argument of {@code \?}: {@code options}, {@code variables}, else the commands. */
    public static String about(String word, Psql psql) {
        return switch (word) {
            case "options" -> filled("options", starting(psql.host().environment()));
            case "variables" -> ResourceText.of(SlashHelp.class, "variables.txt");
            default -> filled("commands", current(psql));
        };
    }

    private static String filled(String name, Map<String, String> values) {
        return PLACE.matcher(ResourceText.of(SlashHelp.class, name + ".txt"))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static Map<String, String> current(Psql psql) {
        PrintOptions print = psql.settings().print();
        WireConnection connection = psql.connection();
        return Map.of(
                "html", onOff(print.format() == Format.HTML),
                "tuples_only", onOff(print.tuplesOnly()),
                "expanded", print.expanded().name().toLowerCase(Locale.ROOT),
                "timing", onOff(psql.settings().timing()),
                "database",
                        connection == null
                                ? "currently no connection"
                                : "currently \"" + connection.endpoint().database() + "\"");
    }

    private static Map<String, String> starting(Map<String, String> environment) {
        String user = environment.getOrDefault("PGUSER", System.getProperty("user.name"));
        Map<String, String> values = new HashMap<>();
        values.put("user", user);
        values.put("default_database", environment.getOrDefault("PGDATABASE", user));
        values.put("host", environment.getOrDefault("PGHOST", "local socket"));
        values.put("port", environment.getOrDefault("PGPORT", "5432"));
        return values;
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
