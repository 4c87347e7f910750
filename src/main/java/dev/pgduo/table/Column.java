package dev.pgduo.table;

import java.util.Set;

/**
 * A column of a result: its name as the server sent it, and the side on which its cells stand.
 *
 * @param rightAligned whether cells are flushed right (psql: {@code column_type_alignment})
 */
public record Column(String name, boolean rightAligned) {
    /** int8, int2, int4, oid, xid, cid, float4, float8, money, numeric, xid8. */
    private static final Set<Integer> RIGHT_ALIGNED_OIDS = Set.of(20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069);

    /** The same types by name; JDBC calls integers with a sequence behind them serial. */
    private static final Set<String> RIGHT_ALIGNED_NAMES = Set.of(
            "int2",
            "int4",
            "int8",
            "smallserial",
            "serial",
            "bigserial",
            "float4",
            "float8",
            "numeric",
            "oid",
            "xid",
            "xid8",
            "cid",
            "money");

    /** A column of the type with this OID ({@code pg_type.oid}). */
    public static Column of(String name, int typeOid) {
        return new Column(name, RIGHT_ALIGNED_OIDS.contains(typeOid));
    }

    /** A column of the type with this name ({@code pg_type.typname}, without schema). */
    public static Column ofType(String name, String typeName) {
        return new Column(name, RIGHT_ALIGNED_NAMES.contains(typeName));
    }
}
