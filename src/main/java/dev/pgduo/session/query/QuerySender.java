package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.table.ByteText;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Notification;
import dev.pgduo.wire.TransactionStatus;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends the query buffer; restores a lost connection (psql: {@code SendQuery}, {@code CheckConnection}). */
public final class QuerySender {
    private static final int BAD_CONNECTION = 2;
    private static final int TELLS_OF_PREPARED = 18;

    private final Psql psql;
    private final WireConnection connection;
    private boolean savepointGone;
    private Duration elapsed = Duration.ZERO;

    private QuerySender(Psql psql, WireConnection connection) {
        this.psql = psql;
        this.connection = connection;
    }

    /** Sends a query and prints its results; returns whether there was no error. */
    public static boolean send(Psql psql, String query) {
        WireConnection connection = psql.connection();
        try {
            if (connection == null) {
                psql.err("You are currently not connected to a database.");
                return false;
            }
            return new QuerySender(psql, connection).send(query);
        } finally {
            psql.request(Request.PLAIN);
            psql.sending(Sending.SIMPLE);
        }
    }

    private boolean send(String query) {
        if (!announce(query)) {
            return false;
        }
        try {
            return transmit(query);
        } catch (ConnectionLost e) {
            lost(psql);
            return false;
        }
    }

    private boolean transmit(String query) throws ConnectionLost {
        if (psql.pipelining().takes(psql.sending()) && psql.request().use().piped()) {
            return piped(query);
        }
        if (!begun(query)) {
            return false;
        }
        Savepoint savepoint = Savepoint.set(psql, connection);
        if (savepoint == Savepoint.REFUSED) {
            return false;
        }
        boolean ok = psql.request().use().send(this, query);
        if (!ok && psql.variables().is("ECHO", "errors")) {
            psql.log().info("STATEMENT:  " + query);
        }
        if (!savepoint.settle(psql, connection, savepointGone)) {
            return false;
        }
        after();
        return ok;
    }

    private boolean piped(String query) throws ConnectionLost {
        long started = System.nanoTime();
        boolean fetches = psql.sending().fetches();
        boolean ok = psql.pipelining().run(connection, query);
        elapsed = fetches ? Duration.ofNanos(System.nanoTime() - started) : Duration.ZERO;
        if (!ok && psql.variables().is("ECHO", "errors")) {
            psql.log().info("STATEMENT:  " + query);
        }
        after();
        return ok;
    }

    /** Sends the query, directly or through a cursor; returns whether nothing has failed. */
    boolean exchange(String query) throws ConnectionLost {
        boolean cursor =
                psql.settings().fetchCount() > 0 && psql.request().use().mayUseCursor();
        if (cursor && psql.sending().equals(Sending.SIMPLE) && QueryText.selects(query)) {
            return new CursorQuery(psql, connection).run(query);
        }
        return whole(query);
    }

    /** Sends the query directly; returns whether nothing has failed. */
    boolean whole(String query) throws ConnectionLost {
        Exchange exchange = new Exchange(psql, query);
        try {
            psql.sending().now().send(connection, query, exchange);
        } catch (ConnectionLost e) {
            SilentQuery.tellLost(psql);
            exchange.end();
            throw e;
        }
        if (psql.sending().prepares() && psql.major() >= TELLS_OF_PREPARED) {
            exchange.prepared();
        }
        elapsed = exchange.elapsed();
        savepointGone = exchange.savepointGone();
        return exchange.end();
    }

    /** The connection, for queries that are sent in another way. */
    public WireConnection connection() {
        return connection;
    }

    public Psql psql() {
        return psql;
    }

    /** Prints the query according to ECHO and the log file; returns whether it is to be sent. */
    private boolean announce(String query) {
        if (psql.variables().on("SINGLESTEP")) {
            return SingleStep.agreed(psql, query);
        }
        if (psql.variables().is("ECHO", "queries")) {
            psql.output().out(query + "\n");
        }
        log("********* QUERY **********\n" + query + "\n**************************\n\n");
        return true;
    }

    private void log(String text) {
        OutputStream file = psql.target().logFile();
        if (file != null) {
            try {
                file.write(ByteText.encode(text));
                file.flush();
            } catch (IOException e) {
                psql.err(FailureReason.of(e));
            }
        }
    }

    /** With AUTOCOMMIT off, begins the transaction. */
    private boolean begun(String query) throws ConnectionLost {
        boolean needed = connection.status() == TransactionStatus.IDLE
                && !psql.variables().on("AUTOCOMMIT")
                && !QueryText.beginsNothing(query);
        return !needed || SilentQuery.run(psql, connection, "BEGIN") != null;
    }

    private void after() {
        if (psql.settings().timing()) {
            psql.output().out(Timing.line(elapsed));
        }
        psql.connectionChanged();
        for (Notification n : psql.takeNotifications()) {
            String payload = n.payload().isEmpty() ? "" : " with payload \"" + n.payload() + "\"";
            write("Asynchronous notification \"" + n.channel() + "\"" + payload
                    + " received from server process with PID " + n.backendPid() + ".\n");
        }
        psql.cancellation().takeUntold();
    }

    private void write(String text) {
        try {
            psql.target().stream().write(ByteText.encode(text));
        } catch (IOException e) {
            psql.err(FailureReason.of(e));
        }
    }

    /** Handles a lost connection: a script ends, at a prompt the connection is restored. */
    public static void lost(Psql psql) {
        if (psql.program() && !psql.frame().typed()) {
            psql.err("connection to server was lost");
            throw new SessionEnd(BAD_CONNECTION);
        }
        psql.markLost();
        psql.connection(null);
        String words = "The connection to the server was lost. Attempting reset: ";
        @Nullable WireConnection next = reopened(psql);
        psql.output().err(words + (next == null ? "Failed.\n" : "Succeeded.\n"));
    }

    private static @Nullable WireConnection reopened(Psql psql) {
        try {
            WireConnection next = psql.connector().open(psql.conninfo());
            psql.connection(next);
            return next;
        } catch (ConnectFailed e) {
            return null;
        }
    }
}
