package dev.pgduo.lab.load;

import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One client of a benchmark. For one thread. */
final class BenchClient implements Runnable {
    /** SQLSTATEs after which a transaction is tried again: serialization failure and deadlock. */
    private static final Set<String> RETRIED = Set.of("40001", "40P01");

    private final Bench bench;
    private final int number;
    private final Values values;
    private @Nullable WireConnection connection;
    private @Nullable Transaction transaction;

    BenchClient(Bench bench, int number, Values values) {
        this.bench = bench;
        this.number = number;
        this.values = values;
        values.set("client_id", Integer.toString(number));
        bench.plan().variables().forEach(values::set);
    }

    @Override
    public void run() {
        boolean well = false;
        try {
            if (!bench.plan().reconnecting()) {
                connect();
            }
            bench.ready();
            well = work();
        } catch (ConnectFailed e) {
            bench.listener().aborted(e.words());
            bench.listener().aborted("could not create connection for client " + number);
            free();
        } catch (ScriptError e) {
            bench.listener().aborted(e.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
            bench.finished(well);
        }
    }

    /** Releases the other clients, which wait until this one has connected. */
    private void free() {
        try {
            bench.ready();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Transaction connect() throws ConnectFailed {
        WireConnection opened = bench.door().open();
        connection = opened;
        Transaction fresh = new Transaction(opened, bench.plan().mode());
        transaction = fresh;
        return fresh;
    }

    private void disconnect() {
        WireConnection open = connection;
        connection = null;
        transaction = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean work() throws ConnectFailed {
        for (long done = 0; bench.goesOn(done); done++) {
            long due = System.nanoTime();
            if (bench.schedule().limited()) {
                due = bench.schedule().due();
                waitFor(due);
                if (!bench.goesOn(done)) {
                    return true;
                }
            }
            int chosen = choose();
            if (tooLate(due)) {
                bench.tally(chosen, number).skipped();
            } else if (!one(chosen, due, done)) {
                return false;
            }
        }
        return true;
    }

    private static void waitFor(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private boolean tooLate(long due) {
        return bench.schedule().limited()
                && bench.plan().limit().isPresent()
                && (System.nanoTime() - due) / 1e6 > bench.plan().limit().getAsDouble();
    }

    private int choose() {
        List<Script> scripts = bench.scripts();
        if (scripts.size() == 1) {
            return 0;
        }
        int total = scripts.stream().mapToInt(Script::weight).sum();
        int luck = values.random().nextInt(total);
        int chosen = 0;
        while (luck >= scripts.get(chosen).weight() && chosen < scripts.size() - 1) {
            luck -= scripts.get(chosen).weight();
            chosen++;
        }
        return chosen;
    }

    private boolean one(int chosen, long due, long done) throws ConnectFailed {
        Script script = bench.scripts().get(chosen);
        long begin = System.nanoTime();
        for (int tries = 0; ; tries++) {
            Transaction current = transaction;
            if (current == null) {
                long before = System.nanoTime();
                current = connect();
                bench.connected(System.nanoTime() - before);
            }
            Transaction.End end;
            try {
                end = current.run(script, values, bench.commands(chosen)::add);
            } catch (ScriptError e) {
                complain(e, chosen);
                return false;
            }
            if (bench.plan().reconnecting()) {
                disconnect();
            }
            if (end.done()) {
                record(chosen, done, due, begin, tries);
                return true;
            }
            String state = end.error().map(ServerMessage::sqlState).orElse("");
            if (end.lost() || !RETRIED.contains(state)) {
                bench.listener().failed(number, chosen, end);
                return false;
            }
            int most = bench.plan().tries();
            if (most != 0 && tries + 1 >= most) {
                bench.tally(chosen, number).failed(state, tries);
                return true;
            }
        }
    }

    private void complain(ScriptError error, int script) {
        String[] lines = error.words().split("\n", -1);
        String where = error.command().isPresent()
                ? "client " + number + " script " + script + " command "
                        + error.command().getAsInt() + " "
                : "";
        for (int i = 0; i < lines.length; i++) {
            bench.listener().aborted(i == lines.length - 1 ? where + lines[i] : lines[i]);
        }
    }

    private void record(int chosen, long done, long due, long begin, int tries) {
        long nanos = System.nanoTime() - due;
        boolean late = bench.plan().limit().isPresent()
                && nanos / 1e6 > bench.plan().limit().getAsDouble();
        bench.tally(chosen, number).done(nanos, begin - due, tries, late);
        bench.listener().done(number, done + 1, nanos / 1000, chosen);
    }
}
