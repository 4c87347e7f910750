package dev.pgduo.session.describe;

import dev.pgduo.scan.Quoting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns to which a pattern applies, from a {@code match} line of a query file (psql 15: {@code processSQLNamePattern} and
 * {@code validateSQLNamePattern}). Its fields, between bars: {@code schema}, {@code name}, {@code alt} (another name that may
 * match), {@code visible} (the condition when no schema was typed), {@code parts} (how many dotted parts may be typed), and the
 * words {@code type} and {@code escape}.
 */
final class MatchRule {
    /** Names of types in SQL that neither the catalog nor {@code format_type} uses. */
    private static final Map<String, String> TYPE_NAMES = Map.ofEntries(
            Map.entry("decimal", "numeric"),
            Map.entry("float", "double precision"),
            Map.entry("int", "integer"),
            Map.entry("bool[]", "boolean[]"),
            Map.entry("decimal[]", "numeric[]"),
            Map.entry("float[]", "double precision[]"),
            Map.entry("float4[]", "real[]"),
            Map.entry("float8[]", "double precision[]"),
            Map.entry("int[]", "integer[]"),
            Map.entry("int2[]", "smallint[]"),
            Map.entry("int4[]", "integer[]"),
            Map.entry("int8[]", "bigint[]"),
            Map.entry("time[]", "time without time zone[]"),
            Map.entry("timetz[]", "time with time zone[]"),
            Map.entry("timestamp[]", "timestamp without time zone[]"),
            Map.entry("timestamptz[]", "timestamp with time zone[]"),
            Map.entry("varbit[]", "bit varying[]"),
            Map.entry("varchar[]", "character varying[]"));

    private final Map<String, String> fields = new HashMap<>();

    MatchRule(List<String> words) {
        for (String word : words) {
            int blank = word.indexOf(' ');
            fields.put(blank < 0 ? word : word.substring(0, blank), blank < 0 ? "" : word.substring(blank + 1));
        }
    }

    /**
     * The conditions, each a line that begins with {@code and}; empty when there is no restriction.
     *
     * @param pattern the pattern as typed, or null
     * @throws Refused when the pattern has too many parts or names another database
     */
    String conditions(@Nullable String pattern, Circumstances in) {
        String visible = fields.get("visible");
        if (pattern == null) {
            return and(visible);
        }
        String schema = fields.get("schema");
        String text = fields.containsKey("type") ? typeName(pattern) : pattern;
        NamePattern parsed = NamePattern.of(text, schema == null ? 1 : 3, fields.containsKey("escape"));
        check(text, parsed, in.database());
        String named = NamePattern.ANY.equals(parsed.name()) ? "" : and(nameMatches(parsed.name(), in));
        if (schema == null || parsed.schema() == null) {
            return named + and(visible);
        }
        return NamePattern.ANY.equals(parsed.schema()) ? named : named + and(matches(schema, parsed.schema(), in));
    }

    private void check(String pattern, NamePattern parsed, String database) {
        String most = fields.get("parts");
        int parts = most == null ? Integer.MAX_VALUE : Integer.parseInt(most);
        if (parsed.dots() >= parts) {
            throw new Refused("improper qualified name (too many dotted names): " + pattern);
        }
        String named = fields.containsKey("schema") ? parsed.left() : "";
        if (parts > 1 && parsed.dots() == parts - 1 && !named.equals(database)) {
            throw new Refused("cross-database references are not implemented: " + pattern);
        }
    }

    private String nameMatches(String expression, Circumstances in) {
        String name = matches(fields.getOrDefault("name", ""), expression, in);
        String alternative = fields.get("alt");
        return alternative == null ? name : "(" + name + " or " + matches(alternative, expression, in) + ")";
    }

    /**
     * A condition with a regular expression. From 12 on names have the collation C, in which character classes include only
     * ASCII; another collation is given.
     */
    private static String matches(String column, String expression, Circumstances in) {
        String collation = in.major() >= 12 ? " collate pg_catalog.default" : "";
        return column + " operator(pg_catalog.~) " + Quoting.constant(expression) + collation;
    }

    private static String and(@Nullable String condition) {
        return condition == null ? "" : "  and " + condition + "\n";
    }

    private static String typeName(String pattern) {
        return TYPE_NAMES.getOrDefault(pattern.toLowerCase(Locale.ROOT), pattern);
    }
}
