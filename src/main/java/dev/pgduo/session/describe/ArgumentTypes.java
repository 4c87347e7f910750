package dev.pgduo.session.describe;

import java.util.List;
import java.util.Map;

/** The argument types that may be typed after {@code \df} and {@code \do}: a dash, or a pattern, for each. */
final class ArgumentTypes {
    private static final String JOIN = """
            left join pg_catalog.pg_type t%1$d on t%1$d.oid = %2$s
            left join pg_catalog.pg_namespace nt%1$d on nt%1$d.oid = t%1$d.typnamespace
            """;

    private ArgumentTypes() {}

    /**
     * The circumstances with the values {@code joins} and {@code arguments} added.
     *
     * @param columns the catalog's expressions for the type of each argument
     * @param first the index of the first argument's pattern
     */
    static Circumstances into(Circumstances in, List<String> columns, int first) {
        StringBuilder joins = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            joins.append(JOIN.formatted(i, columns.get(i)));
            conditions.append(condition(i, in.patterns().get(first + i), in));
        }
        return in.withValues(Map.of(
                "joins", joins.toString().stripTrailing(),
                "arguments", conditions.toString().stripTrailing()));
    }

    private static String condition(int place, String pattern, Circumstances in) {
        if (pattern.equals("-")) {
            return "  and t" + place + ".typname is null\n";
        }
        return new MatchRule(List.of(
                        "type",
                        "parts 3",
                        "schema nt" + place + ".nspname",
                        "name t" + place + ".typname",
                        "alt pg_catalog.format_type(t" + place + ".oid, null)",
                        "visible pg_catalog.pg_type_is_visible(t" + place + ".oid)"))
                .conditions(pattern, in);
    }
}
