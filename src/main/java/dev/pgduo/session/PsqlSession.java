package dev.pgduo.session;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.session.query.Connector;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Rows;
import dev.pgduo.session.query.SilentQuery;
import dev.pgduo.session.query.StatementOutcome;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.util.List;

/**
 * psql on one connection: runs text as a person types it, and prints psql's output.
 *
 * <p>For one thread at a time, except {@link #cancel()}, {@link #backendPid()} and {@link #close()}.
 */
public final class PsqlSession implements AutoCloseable {
    private static final MetaCommands COMMANDS = new MetaCommands();

    private final Psql psql;
    private final QueueSource source = new QueueSource();
    private final Frame frame;

    private PsqlSession(Psql psql) {
        this.psql = psql;
        frame = new Frame(source, null).typed(psql.host().interactive());
        psql.frame(frame);
        psql.scripts(new ScriptFiles(psql, COMMANDS));
    }

    /**
     * Connects.
     *
     * @throws LabException with libpq's message; its cause is the {@link ConnectFailed}
     */
    public static PsqlSession open(Endpoint endpoint, SessionHost host) {
        try {
            WireConnection connection = new Connector(host.environment(), warning -> {}, host::door).open(endpoint);
            Psql psql = new Psql(host, connection);
            psql.conninfo(psql.connector().pane(endpoint));
            return new PsqlSession(psql);
        } catch (ConnectFailed e) {
            throw new LabException(ErrorReport.error(e.words()), e);
        }
    }

    /**
     * Runs one or more lines with SQL and backslash commands; an incomplete statement is kept in the query buffer. Returns when
     * all complete statements have ended.
     */
    public Result run(String text, SessionOutput output) {
        psql.output(output);
        psql.cancellation().clear();
        source.add(text);
        MainLoop loop = new MainLoop(psql, COMMANDS, frame);
        try {
            loop.typedLines();
        } catch (RuntimeException e) {
            // What has failed is not tried again with the next line.
            frame.reset();
            throw e;
        } finally {
            source.clear();
        }
        List<StatementOutcome> outcomes = psql.takeOutcomes();
        if (loop.quit()) {
            return new Result.Quit(outcomes);
        }
        if (psql.takeLost()) {
            return new Result.ConnectionWasLost(outcomes, psql.connection() != null);
        }
        return loop.failed() ? failure(outcomes) : new Result.Done(outcomes);
    }

    private static Result failure(List<StatementOutcome> outcomes) {
        for (StatementOutcome outcome : outcomes) {
            String sqlState = outcome.sqlState();
            String error = outcome.error();
            if (sqlState != null && error != null) {
                return new Result.Failed(outcomes, sqlState, error);
            }
        }
        return new Result.Failed(outcomes, "", "");
    }

    /** The prompt for the next line: psql's {@code %R%x%# } for a user who is not shown as superuser. */
    public String prompt() {
        WireConnection connection = psql.connection();
        boolean fresh = !pending();
        if (connection == null) {
            return (fresh ? '!' : frame.scanner().mark()) + "> ";
        }
        return (fresh ? '=' : frame.scanner().mark()) + connection.status().mark() + "> ";
    }

    /** Whether the query buffer has an incomplete statement. */
    public boolean pending() {
        return frame.unfinished();
    }

    /** The text of an incomplete statement; empty when there is none. */
    public String begun() {
        return frame.buffer().toString();
    }

    /** Discards an incomplete statement, as Ctrl-C at the prompt does. */
    public void resetBuffer() {
        frame.reset();
    }

    /** Asks the server to cancel the running statement, as Ctrl-C does. Thread-safe. */
    public void cancel() {
        WireConnection connection = psql.connection();
        if (connection == null) {
            return;
        }
        try {
            psql.cancellation().ask();
            connection.cancel();
        } catch (IOException e) {
            psql.cancellation().unsent();
            throw new LabException(
                    ErrorReport.error("could not send cancel request").detail(String.valueOf(e.getMessage())), e);
        }
    }

    /** The version of psql whose output is printed. */
    public PsqlStyle style() {
        return psql.settings().style();
    }

    /** Sets the version of psql whose output is printed from now on. */
    public void style(PsqlStyle next) {
        psql.style(next);
    }

    /** The process id of this session's backend, 0 when disconnected. Thread-safe. */
    public int backendPid() {
        WireConnection connection = psql.connection();
        return connection == null ? 0 : connection.backendPid();
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return psql.connection() != null;
    }

    /** The address to which the session is connected, or was last. */
    public Endpoint endpoint() {
        return psql.endpoint();
    }

    /** Whether a table or view of this name, written as in SQL, exists; prints nothing. */
    public boolean hasRelation(String name) {
        WireConnection connection = psql.connection();
        if (connection == null) {
            return false;
        }
        try {
            Rows rows = SilentQuery.quietly(psql, connection, "select to_regclass(" + Quoting.literal(name) + ")");
            return rows != null && rows.text(0, 0) != null;
        } catch (ConnectionLost e) {
            return false;
        }
    }

    @Override
    public void close() {
        psql.target().queryFile(null);
        psql.connection(null);
    }
}
