package dev.pgduo.table;

/**
 * A part of a result as a renderer gets it.
 *
 * @param first whether the heading comes before it (psql: {@code start_table})
 * @param last whether the footer comes after it (psql: {@code stop_table})
 * @param before how many rows the parts before it had (psql: {@code prior_records})
 */
record Slice(Cells cells, boolean first, boolean last, long before) {}
