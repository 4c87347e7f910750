package dev.pgduo.lab.load;

import dev.pgduo.report.LabException;
import dev.pgduo.session.message.MessageText;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.CopyIn;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tables of the TPC-B-like scripts.
 *
 * @param size the size of the tables, and how they are stored
 */
public record BenchTables(WireConnection connection, Size size, Progress progress) {
    private static final int TELLERS = 10;
    private static final int ACCOUNTS = 100_000;
    private static final int SCALE_OF_BIGINT = 20_000;
    private static final int FREEZES = 14;
    private static final int CHUNK = 10_000;

    /**
     * The size of the tables.
     *
     * @param scale the number of branches; each has 10 tellers and 100000 accounts
     * @param fill the tables' fillfactor in percent
     */
    public record Size(int scale, int fill, Partitions partitions) {
        long accounts() {
            return (long) scale * ACCOUNTS;
        }
    }

    /** Hears of each step. */
    public interface Progress {
        void line(String text);

        void notice(String text);

        /** The number of rows that have been sent, and how many there are. */
        void rows(long done, long all, double seconds);
    }

    /**
     * Runs the steps of pgbench's {@code -I}.
     *
     * @param steps letters of {@code dtgGvpf}
     * @throws LabException with the server's message
     */
    public void make(String steps) {
        List<String> done = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < steps.length(); i++) {
            char step = steps.charAt(i);
            if (step == ' ') {
                continue;
            }
            long before = System.nanoTime();
            String name = step(step);
            done.add(String.format(Locale.ROOT, "%s %.2f s", name, (System.nanoTime() - before) / 1e9));
        }
        progress.line(String.format(
                Locale.ROOT, "done in %.2f s (%s).", (System.nanoTime() - begin) / 1e9, String.join(", ", done)));
    }

    private String step(char letter) {
        return switch (letter) {
            case 'd' -> {
                progress.line("dropping old tables...");
                run("drop table if exists pgbench_accounts, pgbench_branches, pgbench_history, pgbench_tellers");
                yield "drop tables";
            }
            case 't' -> {
                progress.line("creating tables...");
                tables();
                yield "create tables";
            }
            case 'g' -> {
                progress.line("generating data (client-side)...");
                fromHere();
                yield "client-side generate";
            }
            case 'G' -> {
                progress.line("generating data (server-side)...");
                onServer();
                yield "server-side generate";
            }
            case 'v' -> {
                progress.line("vacuuming...");
                for (String table : List.of("branches", "tellers", "accounts", "history")) {
                    run("vacuum analyze pgbench_" + table);
                }
                yield "vacuum";
            }
            case 'p' -> {
                progress.line("creating primary keys...");
                run("alter table pgbench_branches add primary key (bid)");
                run("alter table pgbench_tellers add primary key (tid)");
                run("alter table pgbench_accounts add primary key (aid)");
                yield "primary keys";
            }
            default -> {
                progress.line("creating foreign keys...");
                foreignKeys();
                yield "foreign keys";
            }
        };
    }

    private void tables() {
        Partitions partitions = size.partitions();
        String aid = size.scale() >= SCALE_OF_BIGINT ? "bigint" : "int";
        String with = " with (fillfactor=" + size.fill() + ")";
        run("create table pgbench_history(tid int,bid int,aid    " + aid
                + ",delta int,mtime timestamp,filler char(22))");
        run("create table pgbench_tellers(tid int not null,bid int,tbalance int,filler char(84))" + with);
        run("create table pgbench_accounts(aid    " + aid + " not null,bid int,abalance int,filler char(84))"
                + (partitions.count() > 0 ? partitions.clause() : with));
        run("create table pgbench_branches(bid int not null,bbalance int,filler char(88))" + with);
        if (partitions.count() > 0) {
            progress.line("creating " + partitions.count() + " partitions...");
        }
        for (int i = 1; i <= partitions.count(); i++) {
            run("create table pgbench_accounts_" + i + " partition of pgbench_accounts for values "
                    + partitions.bound(i, size.accounts()) + with);
        }
    }

    private void foreignKeys() {
        reference("tellers", "bid", "branches");
        reference("accounts", "bid", "branches");
        reference("history", "bid", "branches");
        reference("history", "tid", "tellers");
        reference("history", "aid", "accounts");
    }

    private void reference(String table, String column, String target) {
        run("alter table pgbench_" + table + " add constraint pgbench_" + table + "_" + column + "_fkey foreign key ("
                + column + ") references pgbench_" + target);
    }

    private void empty() {
        run("truncate table pgbench_accounts, pgbench_branches, pgbench_history, pgbench_tellers");
    }

    private void fromHere() {
        run("begin");
        empty();
        for (int i = 1; i <= size.scale(); i++) {
            run("insert into pgbench_branches(bid,bbalance) values(" + i + ",0)");
        }
        for (int i = 1; i <= size.scale() * TELLERS; i++) {
            run("insert into pgbench_tellers(tid,bid,tbalance) values (" + i + "," + ((i - 1) / TELLERS + 1) + ",0)");
        }
        copy();
        run("commit");
    }

    private void onServer() {
        run("begin");
        empty();
        run("insert into pgbench_branches(bid,bbalance) select bid, 0 from generate_series(1, " + size.scale()
                + ") as bid");
        run("insert into pgbench_tellers(tid,bid,tbalance) select tid, (tid - 1) / " + TELLERS
                + " + 1, 0 from generate_series(1, " + size.scale() * TELLERS + ") as tid");
        run("insert into pgbench_accounts(aid,bid,abalance,filler) select aid, (aid - 1) / " + ACCOUNTS
                + " + 1, 0, '' from generate_series(1, " + size.accounts() + ") as aid");
        run("commit");
    }

    private void copy() {
        String version = String.valueOf(connection.parameter("server_version"));
        boolean freezes =
                size.partitions().count() == 0 && Integer.parseInt(version.replaceFirst("\\D.*", "")) >= FREEZES;
        ask("copy pgbench_accounts from stdin" + (freezes ? " with (freeze on)" : ""), new Rows());
    }

    private void run(String sql) {
        ask(sql, new Rows());
    }

    private void ask(String sql, Rows answer) {
        try {
            connection.query(sql, answer);
        } catch (ConnectionLost e) {
            throw LabException.of("query failed: server closed the connection unexpectedly");
        }
        if (answer.failure != null) {
            throw LabException.of("query failed: " + answer.failure);
        }
    }

    /** Receives the server's messages, and sends the accounts when the server expects COPY data. */
    private final class Rows implements ResponseHandler {
        private @Nullable String failure;

        @Override
        public void fields(List<Field> fields) {}

        @Override
        public void row(byte[] @Nullable [] values) {}

        @Override
        public void complete(String tag) {}

        @Override
        public void error(ServerMessage error) {
            failure = MessageText.DEFAULT.error(error, "").stripTrailing();
        }

        @Override
        public void notice(ServerMessage notice) {
            progress.notice(MessageText.DEFAULT.notice(notice, "").stripTrailing());
        }

        @Override
        public void copyIn(CopyIn copy, boolean binary) {
            long all = size.accounts();
            long begin = System.nanoTime();
            StringBuilder rows = new StringBuilder();
            for (long aid = 1; aid <= all; aid++) {
                rows.append(aid).append('\t').append((aid - 1) / ACCOUNTS + 1).append("\t0\t\n");
                if (aid % CHUNK == 0) {
                    byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
                    copy.data(bytes, 0, bytes.length);
                    rows.setLength(0);
                    progress.rows(aid, all, (System.nanoTime() - begin) / 1e9);
                }
            }
            copy.done();
        }
    }
}
