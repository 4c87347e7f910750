package dev.pgduo.lab.load.daemon;

import java.util.List;

/** The table in which each transaction of a load leaves its number. */
public final class LedgerTable {
    static final String NAME = "public.pgduo_load";

    private LedgerTable() {}

    /** The statements that make it, empty. */
    public static List<String> statements() {
        return List.of(
                "create table if not exists " + NAME
                        + " (run bigint, id bigint, client int, at timestamptz default clock_timestamp(), primary key (run, id))",
                "truncate " + NAME);
    }

    /** Whether it is there: one row, empty when it is not. */
    static String exists() {
        return "select to_regclass('" + NAME + "')";
    }

    /** The numbers of a run in it, from and to: few rows, as few are missing. */
    static String ranges(long run) {
        return "select min(id), max(id) from (select id, id - row_number() over (order by id) as part from " + NAME
                + " where run = " + run + ") as ids group by part order by 1";
    }
}
