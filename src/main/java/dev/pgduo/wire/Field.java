package dev.pgduo.wire;

/**
 * A column of a result as the server describes it.
 *
 * @param typeOid {@code pg_type.oid}
 * @param typeModifier {@code atttypmod}, -1 for none
 */
public record Field(String name, int typeOid, int typeModifier) {}
