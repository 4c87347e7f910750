package dev.pgduo.lab.loss;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One failover with transactions of all kinds by chance, and what the clients know of them. */
final class LossRound {
    private static final int ITEMS = 500;
    private static final int COMMON = 3;

    /** How the standby comes to lack something, or not. */
    enum Way {
        /** Its WAL receiver stands still, and is killed before the promotion. */
        HELD,
        /** It is stopped meanwhile. */
        STOPPED,
        /** Nothing is done to it. */
        FREE,
        /** Commits wait for it, and it is free. */
        SYNCHRONOUS,
        /** Commits wait for it, and its WAL receiver stands still: the last one is never acknowledged. */
        SYNCHRONOUS_HELD;

        static Way of(long seed) {
            return values()[(int) (seed % values().length)];
        }

        boolean held() {
            return this == HELD || this == SYNCHRONOUS_HELD;
        }

        boolean synchronous() {
            return this == SYNCHRONOUS || this == SYNCHRONOUS_HELD;
        }
    }

    /** Commits, and rows of the table of items. */
    record Sums(long commits, long inserted, long updated, long deleted, long both) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        static Sums of(Lost lost) {
            Sums sums = new Sums(lost.own().commits(), 0, 0, 0, 0);
            for (TableLoss table : lost.userTables()) {
                if (table.name().table().equals("public.item")) {
                    sums = sums.plus(new Sums(0, table.inserted(), table.updated(), table.deleted(), table.both()));
                }
            }
            return sums;
        }

        Sums plus(Sums more) {
            return new Sums(
                    commits + more.commits,
                    inserted + more.inserted,
                    updated + more.updated,
                    deleted + more.deleted,
                    both + more.both);
        }
    }

    private static int numbers;

    private final LossPair pair;
    private final Lab lab;
    private final Random random;
    private final Way way;
    private final NodeName old;
    /** What transactions did that were acknowledged, and those of unknown outcome, by their number. */
    private final Map<Integer, Sums> told = new TreeMap<>();

    private final Map<Integer, Set<Integer>> touched = new TreeMap<>();
    private Sums truth = Sums.NONE;
    private final List<String> said = new ArrayList<>();

    LossRound(LossPair pair, Random random, Way way) {
        this.pair = pair;
        this.lab = pair.lab();
        this.random = random;
        this.way = way;
        this.old = pair.primary();
    }

    NodeName old() {
        return old;
    }

    /** What is lost by what the clients were told, and what the new primary has. */
    Sums truth() {
        return truth;
    }

    @Override
    public String toString() {
        return way + " " + said;
    }

    void run() {
        boolean prepares = random.nextBoolean();
        try (Probe early = lab.probe(old)) {
            synchronous(way.synchronous());
            some(1 + random.nextInt(4));
            // These begin before the standby falls behind, and end afterwards.
            Transaction begun = new Transaction();
            early.rows("begin; " + begun.work());
            Transaction prepared = new Transaction();
            if (prepares) {
                pair.run("begin; " + prepared.work() + "prepare transaction 'early'");
            }
            new Streaming(lab).catchUp(old.other());
            OsProcess receiver = hold();
            boolean waits = way == Way.SYNCHRONOUS_HELD;
            if (!waits) {
                early.rows("commit");
                begun.acknowledged();
                if (prepares) {
                    pair.run("commit prepared 'early'");
                    prepared.acknowledged();
                }
                some(1 + random.nextInt(12));
                crash();
            } else {
                waitForEver();
            }
            takeOver(receiver);
        }
        judge();
    }

    private void synchronous(boolean wanted) {
        if (wanted) {
            pair.run("alter system set synchronous_standby_names = '*'");
            pair.run("select pg_reload_conf()");
            new Wait("see the standby synchronous", Deadline.DEFAULT, () -> "it is not")
                    .until(() -> lab.query(old)
                            .ask("select count(*) from pg_stat_replication where sync_state = 'sync'")
                            .equals("1"));
        }
    }

    private OsProcess hold() {
        OsProcess receiver = new OsProcess(lab.node(old.other()).processes().stream()
                .filter(process -> process.role().equals("walreceiver"))
                .findFirst()
                .orElseThrow()
                .pid());
        if (way.held()) {
            receiver.signal(Signal.STOP);
            new Wait("stop the receiver", Deadline.DEFAULT, () -> "it runs").until(receiver::stopped);
        } else if (way == Way.STOPPED) {
            lab.node(old.other()).stop(StopMode.FAST);
        }
        return receiver;
    }

    private void crash() {
        CrashKind[] kinds = CrashKind.values();
        lab.node(old).crash(kinds[random.nextInt(kinds.length)]);
    }

    /** A commit waits for the standby, and the server dies: it is there, and nobody was told. */
    private void waitForEver() {
        Transaction hangs = new Transaction();
        Thread client = new Thread(() -> {
            try (Probe probe = lab.probe(old)) {
                probe.rows("begin; " + hangs.work() + "commit");
            } catch (LabException e) {
                said.add("unknown: " + hangs.number);
            }
        });
        client.start();
        new Wait("see a commit wait", Deadline.DEFAULT, () -> "none does")
                .until(() -> lab.query(old)
                        .ask("select count(*) from pg_stat_activity where wait_event = 'SyncRep'")
                        .equals("1"));
        crash();
        hangs.acknowledged();
        try {
            client.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void takeOver(OsProcess receiver) {
        NodeName next = old.other();
        if (way.held()) {
            receiver.signal(Signal.KILL);
            new Wait("see the receiver gone", Deadline.DEFAULT, () -> "it is there").until(() -> !receiver.alive());
        }
        if (lab.node(next).status().pid().isEmpty()) {
            lab.node(next).start();
        }
        new Wait("see the standby answer", Deadline.DEFAULT, () -> "it does not").until(() -> Lost.answers(lab, next));
        lab.node(next).promote();
    }

    private void some(int count) {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    private void one() {
        Transaction transaction = new Transaction();
        int kind = random.nextInt(6);
        switch (kind) {
            case 0 -> {
                pair.run("begin; " + transaction.work() + "rollback");
                return;
            }
            case 1 -> {
                String name = "'t" + transaction.number + "'";
                pair.run("begin; " + transaction.work() + "prepare transaction " + name);
                boolean commits = random.nextBoolean();
                pair.run((commits ? "commit" : "rollback") + " prepared " + name);
                if (!commits) {
                    return;
                }
            }
            default -> pair.run("begin; " + transaction.work() + "commit");
        }
        transaction.acknowledged();
    }

    private void judge() {
        lab.query(old.other())
                .rows("select gid from pg_prepared_xacts")
                .forEach(row -> lab.query(old.other()).rows("rollback prepared '" + row.get(0) + "'"));
        Set<Integer> present = new HashSet<>();
        lab.query(old.other())
                .rows("select id from ledger")
                .forEach(row -> present.add(Integer.valueOf(String.valueOf(row.get(0)))));
        Set<Integer> lostItems = new HashSet<>();
        told.forEach((number, sums) -> {
            if (!present.contains(number)) {
                truth = truth.plus(sums);
                lostItems.addAll(touched.getOrDefault(number, Set.of()));
                said.add(number + " " + sums);
            }
        });
        // The new primary changes some rows that the old one has changed, too.
        Set<Integer> both = new HashSet<>();
        for (int id = 1; id <= ITEMS; id++) {
            if (random.nextInt(COMMON) == 0) {
                both.add(id);
            }
        }
        both.retainAll(lostItems);
        Set<Integer> there = new HashSet<>();
        for (int id : both) {
            if (lab.query(old.other())
                    .ask("select count(*) from item where id = " + id)
                    .equals("1")) {
                lab.query(old.other()).rows("update item set note = 'there' where id = " + id);
                there.add(id);
            }
        }
        truth = truth.plus(new Sums(0, 0, 0, 0, there.size()));
    }

    /** The pair is whole again, with the roles exchanged. */
    void repair() {
        if (way.synchronous()) {
            new NodeConf(lab, old).reset("synchronous_standby_names");
        }
        pair.repair();
        if (lab.withRole(NodeStatus.RUNNING_PRIMARY).filter(old.other()::equals).isEmpty()) {
            throw new AssertionError("the roles are not exchanged");
        }
    }

    /** A transaction with parts that are rolled back, and what it does in the end. */
    private final class Transaction {
        private final int number = ++numbers;
        private final Set<Integer> items = new HashSet<>();
        private Sums sums = new Sums(1, 0, 0, 0, 0);

        String work() {
            StringBuilder sql = new StringBuilder("insert into ledger values (" + number + "); ");
            int parts = random.nextInt(5);
            for (int part = 0; part < parts; part++) {
                boolean kept = random.nextInt(3) > 0;
                boolean sub = random.nextBoolean();
                if (sub) {
                    sql.append("savepoint s").append(part).append("; ");
                }
                sql.append(change(part, kept || !sub));
                if (sub) {
                    sql.append(kept ? "release savepoint s" : "rollback to savepoint s")
                            .append(part)
                            .append("; ");
                }
            }
            return sql.toString();
        }

        /** Each part has items of its own, that nothing else locks or removes in this round. */
        private String change(int part, boolean kept) {
            int fresh = 1_000_000 + number * 100 + part * 10;
            int known = 1 + (number * 7 + part) % ITEMS;
            return switch (random.nextInt(3)) {
                case 0 -> {
                    int rows = 1 + random.nextInt(4);
                    count(kept, new Sums(0, rows, 0, 0, 0));
                    yield "insert into item select " + fresh + " + n, 'new' from generate_series(0, " + (rows - 1)
                            + ") as n; ";
                }
                case 1 -> {
                    count(kept, new Sums(0, 0, 1, 0, 0));
                    if (kept) {
                        items.add(known);
                    }
                    yield "update item set note = 'changed' where id = " + known + "; ";
                }
                default -> {
                    count(kept, new Sums(0, 1, 1, 1, 0));
                    yield "insert into item values (" + fresh + ", 'brief'); update item set note = 'on' where id = "
                            + fresh + "; delete from item where id = " + fresh + "; ";
                }
            };
        }

        private void count(boolean kept, Sums more) {
            if (kept) {
                sums = sums.plus(more);
            }
        }

        /** What it did counts when it is not there in the end. */
        void acknowledged() {
            told.put(number, sums);
            touched.put(number, items);
        }
    }
}
