package dev.pgduo.lab.load;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.NoRows;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.TransactionStatus;
import dev.pgduo.wire.WireConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs scripts on one connection. For one thread. */
public final class Transaction {
    /** The protocol for statements. */
    public enum Mode {
        SIMPLE,
        EXTENDED,
        PREPARED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hears of the time of each command. */
    @FunctionalInterface
    public interface Timing {
        Timing NONE = (command, nanos, failed) -> {};

        void command(int number, long nanos, boolean failed);
    }

    /**
     * The end of a script's run.
     *
     * @param command the number of the last command, from 0
     * @param error the error that ended it early
     * @param lost whether the connection was lost
     * @param unanswered whether the connection was lost before the answer to the last command, so that its result is unknown
     */
    public record End(int command, Optional<ServerMessage> error, boolean lost, boolean unanswered, String statement) {
        /** Whether all commands were run. */
        public boolean done() {
            return error.isEmpty() && !lost;
        }
    }

    private final WireConnection connection;
    private final Mode mode;
    private final Set<String> prepared = new HashSet<>();
    private @Nullable Script known;
    private @Nullable Branches branches;

    public Transaction(WireConnection connection, Mode mode) {
        this.connection = connection;
        this.mode = mode;
    }

    /**
     * Runs a script once. After an error, a transaction that is still open is rolled back.
     *
     * @throws ScriptError when the script has an error
     */
    public End run(Script script, Values values, Timing timing) {
        List<ScriptCommand> commands = script.commands();
        Branches branches = branches(script);
        boolean seeking = false;
        for (int i = 0; i < commands.size(); ) {
            ScriptCommand command = commands.get(i);
            long begin = System.nanoTime();
            if (command instanceof ScriptCommand.Condition || command instanceof ScriptCommand.Turn) {
                boolean tested = seeking || first(command);
                boolean taken = taken(command, tested, values);
                seeking = tested && !taken && !last(command);
                timing.command(i, System.nanoTime() - begin, false);
                i = seeking ? branches.next(i) : taken ? i + 1 : branches.end(i);
                continue;
            }
            Heard answer =
                    command instanceof ScriptCommand.Sql sql && sql.keep().which() != Keep.Which.NONE
                            ? new KeptRows()
                            : new Answer();
            String sent = "";
            try {
                sent = command(command, i, script, values, answer);
            } catch (ConnectionLost e) {
                timing.command(i, System.nanoTime() - begin, true);
                return new End(i, answer.error(), true, true, sent);
            }
            timing.command(i, System.nanoTime() - begin, answer.error().isPresent());
            if (answer.error().isPresent()) {
                return new End(i, answer.error(), !rolledBack(), false, sent);
            }
            i++;
        }
        return new End(commands.size() - 1, Optional.empty(), false, false, "");
    }

    private static boolean first(ScriptCommand command) {
        return command instanceof ScriptCommand.Condition condition && condition.first();
    }

    private static boolean last(ScriptCommand command) {
        return command instanceof ScriptCommand.Turn turn && turn.last();
    }

    /**
     * Whether the commands after a condition are run.
     *
     * @param tested whether the condition is tested, because no earlier branch was taken
     */
    private static boolean taken(ScriptCommand command, boolean tested, Values values) {
        if (command instanceof ScriptCommand.Condition condition) {
            return tested && condition.holds(values);
        }
        return tested || last(command);
    }

    private Branches branches(Script script) {
        Branches now = script.equals(known) ? branches : null;
        if (now == null) {
            now = script.branches();
            branches = now;
            known = script;
        }
        return now;
    }

    private String command(ScriptCommand command, int number, Script script, Values values, Heard answer)
            throws ConnectionLost {
        if (command instanceof ScriptCommand.Set set) {
            set.run(values);
        } else if (command instanceof ScriptCommand.Pause pause) {
            long end = System.nanoTime() + Formula.whole(pause.micros().of(values)) * 1000;
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        } else if (command instanceof ScriptCommand.Sql sql) {
            String sent = statement(sql, script.name() + "_" + number, values, answer);
            if (answer instanceof KeptRows rows && answer.error().isEmpty()) {
                store(rows, sql, number, values);
            }
            return sent;
        }
        return "";
    }

    private static void store(KeptRows rows, ScriptCommand.Sql sql, int number, Values values) {
        try {
            rows.store(sql.keep(), values);
        } catch (ScriptError e) {
            throw e.in(number);
        }
    }

    private String statement(ScriptCommand.Sql sql, String name, Values values, Heard answer) throws ConnectionLost {
        if (mode == Mode.SIMPLE) {
            String text = sql.filled(values);
            connection.query(text, answer);
            return text;
        }
        String text = sql.numbered();
        if (mode == Mode.EXTENDED) {
            connection.query(text, sql.parameters(values), answer);
            return text;
        }
        if (prepared.add(name)) {
            connection.parse(name, text, answer);
        }
        if (answer.error().isEmpty()) {
            connection.execute(name, sql.parameters(values), answer);
        }
        return text;
    }

    /** Rolls an open transaction back; returns whether the connection can be used further. */
    private boolean rolledBack() {
        try {
            if (connection.status() != TransactionStatus.IDLE) {
                connection.query("ROLLBACK", new Answer());
            }
            return true;
        } catch (ConnectionLost e) {
            return false;
        }
    }

    /** An answer of which only the error matters. */
    static final class Answer implements Heard, NoRows {
        private @Nullable ServerMessage error;

        @Override
        public Optional<ServerMessage> error() {
            return Optional.ofNullable(error);
        }

        @Override
        public void complete(String tag) {}

        @Override
        public void error(ServerMessage message) {
            error = message;
        }

        @Override
        public void notice(ServerMessage notice) {}
    }
}
