package dev.pgduo.lab.load.daemon;

import dev.pgduo.lab.load.ScriptError;
import dev.pgduo.lab.load.Transaction;
import dev.pgduo.lab.load.Values;
import dev.pgduo.wire.ServerMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One client of a load: it continues until the load ends, whatever happens to the servers. For one thread. */
final class LoadClient implements Runnable {
    /** The pause before another try with a server that cannot be reached or refuses. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final LoadRun run;
    private final Values values = new Values(new Random());
    private volatile LoadDoor.@Nullable Way way;
    private volatile long begun;
    private @Nullable Transaction transaction;

    LoadClient(LoadRun run, int number) {
        this.run = run;
        values.set("client_id", Integer.toString(number));
        run.order().what().variables().forEach(values::set);
    }

    @Override
    public void run() {
        while (run.due()) {
            LoadDoor.Way open = way == null ? connect() : way;
            if (open != null) {
                one(open);
            }
        }
        disconnect();
    }

    /** The connection on which a transaction has been running for this long; empty when there is none. From any thread. */
    Optional<LoadDoor.Way> stuck(Duration time) {
        long since = begun;
        return since != 0 && LoadRun.micros() - since > time.toNanos() / 1000 ? way() : Optional.empty();
    }

    /** The present connection; empty when there is none. From any thread. */
    Optional<LoadDoor.Way> way() {
        return Optional.ofNullable(way);
    }

    private LoadDoor.@Nullable Way connect() {
        Optional<LoadDoor.Way> found = run.open();
        found.ifPresentOrElse(
                open -> transaction = new Transaction(open.connection(), Transaction.Mode.SIMPLE),
                () -> run.pause(PAUSE));
        way = found.orElse(null);
        return way;
    }

    private void disconnect() {
        LoadDoor.Way open = way;
        way = null;
        transaction = null;
        if (open != null) {
            open.connection().close();
        }
    }

    private void one(LoadDoor.Way open) {
        long id = run.next();
        values.set(LoadScript.NUMBER, Long.toString(id));
        long begin = LoadRun.micros();
        begun = begin;
        TransactionVerdict verdict = verdict();
        begun = 0;
        run.over(new Ledger.Entry(id, begin, LoadRun.micros(), verdict, open.node()));
        if (verdict == TransactionVerdict.REFUSED) {
            run.pause(PAUSE);
        }
    }

    private TransactionVerdict verdict() {
        Transaction current = transaction;
        if (current == null) {
            return TransactionVerdict.REFUSED;
        }
        LoadScript script = run.script();
        try {
            Transaction.End end = current.run(script.script(), values, Transaction.Timing.NONE);
            if (end.lost()) {
                disconnect();
            }
            TransactionVerdict verdict = script.verdict(end);
            if (!end.done()) {
                run.refused(end.error().map(ServerMessage::words).orElse("the connection was lost"));
            }
            return verdict;
        } catch (ScriptError e) {
            run.refused(e.words());
            disconnect();
            return TransactionVerdict.REFUSED;
        }
    }
}
