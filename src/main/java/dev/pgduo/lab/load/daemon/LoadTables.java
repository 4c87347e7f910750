package dev.pgduo.lab.load.daemon;

import dev.pgduo.lab.load.BenchTables;
import dev.pgduo.lab.load.Partitions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.FirstCell;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tables that a load needs in the database.
 *
 * @param connection to the server on which they are created
 */
public record LoadTables(WireConnection connection) {
    private static final List<String> NAMES =
            List.of("pgbench_accounts", "pgbench_branches", "pgbench_history", "pgbench_tellers");
    private static final int FULL = 100;

    /** The initialization steps of pgbench with which missing tables are created. */
    public static final String STEPS = "tgvp";

    /**
     * The scale of pgbench's tables; 0 when there are none.
     *
     * @throws LabException when only some of them exist
     */
    public int scale() {
        List<String> missing = NAMES.stream()
                .filter(name -> ask("select to_regclass('" + name + "')").isEmpty())
                .toList();
        if (missing.size() == NAMES.size()) {
            return 0;
        }
        if (!missing.isEmpty()) {
            throw new LabException(ErrorReport.error("relation \"" + missing.get(0) + "\" does not exist")
                    .detail("The other tables of pgbench are there.")
                    .hint("Make them anew with \"pgbench -i\", or drop them: then \"load start\" makes them."));
        }
        int scale = Integer.parseInt(ask("select count(*) from pgbench_branches"));
        if (scale == 0) {
            throw LabException.of(
                    "table \"pgbench_branches\" is empty", "Make pgbench's tables anew with \"pgbench -i\".");
        }
        return scale;
    }

    /** Creates pgbench's tables with scale 1. */
    public void make() {
        BenchTables.Progress silent = new BenchTables.Progress() {
            @Override
            public void line(String text) {}

            @Override
            public void notice(String text) {}

            @Override
            public void rows(long done, long all, double seconds) {}
        };
        new BenchTables(connection, new BenchTables.Size(1, FULL, Partitions.NONE), silent).make(STEPS);
    }

    /**
     * Creates the ledger's table, empty.
     *
     * @param told hears each statement before it is sent
     */
    public void ledger(Consumer<String> told) {
        for (String statement : LedgerTable.statements()) {
            told.accept(statement);
            ask(statement);
        }
    }

    private String ask(String sql) {
        FirstCell answer = new FirstCell();
        try {
            connection.query(sql, answer);
        } catch (ConnectionLost e) {
            throw new LabException(ErrorReport.error("could not prepare the load: the connection was lost"), e);
        }
        ServerMessage error = answer.error();
        if (error != null) {
            throw new LabException(
                    ErrorReport.error(error.message()).detail(error.field('D')).hint(error.field('H')));
        }
        return answer.value();
    }
}
