package dev.pgduo.lab.load.daemon;

import java.util.List;

/** The table into which each transaction of a load inserts its number. */
public final class LedgerTable {
    static final String NAME = "public.pgduo_load";

    private LedgerTable() {}

    /** The statements that create the table, empty. */
    public static List<String> statements() {
        return List.of(
                "create table if not exists " + NAME
                        + " (run bigint, id bigint, client int, at timestamptz default clock_timestamp(), primary key (run, id))",
                "truncate " + NAME);
    }

    /** A query that returns one row, which is empty when the table does not exist. */
    static String exists() {
        return "select to_regclass('" + NAME + "')";
    }

    /** A query for the numbers of a run, as ranges of from and to: these are few, as few numbers are missing. */
    static String ranges(long run) {
        return "select min(id), max(id) from (select id, id - row_number() over (order by id) as part from " + NAME
                + " where run = " + run + ") as ids group by part order by 1";
    }
}
