package dev.pgduo.session.query;

import dev.pgduo.session.connection.ConnectionLost;
import dev.pgduo.session.connection.WireConnection;
import dev.pgduo.session.scan.Quoting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command that would make a function or a view again (psql 15: {@code get_create_object_cmd}). */
public final class ObjectSource {
    private ObjectSource() {}

    /** What {@code \ef} and {@code \ev} begin with when nothing is named. */
    public static String template(boolean function) {
        return function ? """
                CREATE FUNCTION ( )
                 RETURNS\s
                 LANGUAGE\s
                 -- common options:  IMMUTABLE  STABLE  STRICT  SECURITY DEFINER
                AS $function$

                $function$
                """ : """
                CREATE VIEW  AS
                 SELECT\s
                  -- something...
                """;
    }

    /** The command; nothing when there is no such object, which was told. */
    public static Optional<String> of(Psql psql, String name, boolean function) throws ConnectionLost {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            return Optional.empty();
        }
        String type = function ? (name.indexOf('(') >= 0 ? "regprocedure" : "regproc") : "regclass";
        String oid = text(
                psql,
                connection,
                "SELECT " + Quoting.literal(name).strip() + "::pg_catalog." + type + "::pg_catalog.oid");
        if (oid == null) {
            return Optional.empty();
        }
        String source = text(psql, connection, function ? functionQuery(oid) : viewQuery(oid));
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(source.endsWith("\n") ? source : source + "\n");
    }

    private static String functionQuery(String oid) {
        return "SELECT pg_catalog.pg_get_functiondef(" + oid + ")";
    }

    private static String viewQuery(String oid) {
        return "SELECT 'CREATE OR REPLACE VIEW ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)"
                + " || E' AS\\n' || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid, true), ';')"
                + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON c.relnamespace = n.oid WHERE c.oid = "
                + oid;
    }

    /** The line of a function's source where its body begins, from 1. */
    public static int bodyLine(String source) {
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("AS ") || lines[i].startsWith("BEGIN ") || lines[i].startsWith("RETURN ")) {
                return i + 1;
            }
        }
        return 1;
    }

    private static @Nullable String text(Psql psql, WireConnection connection, String sql) throws ConnectionLost {
        Rows rows = SilentQuery.run(psql, connection, sql);
        return rows == null || rows.rows().isEmpty() ? null : rows.text(0, 0);
    }
}
