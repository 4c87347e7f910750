package dev.pgduo.session.query;

import dev.pgduo.session.connection.Endpoint;
import dev.pgduo.session.connection.WireConnection;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.table.PrintOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one psql: connection, query buffer, settings, variables, and where output goes. Queries and backslash
 * commands work on it. One thread at a time, but for the connection and the cancel mark.
 */
public final class Psql {
    private final SessionHost host;
    private final Connector connector;
    private final Settings settings = new Settings();
    private final VariableStore variables = new VariableStore(settings);
    private final StringBuilder buffer = new StringBuilder();
    private final List<StatementOutcome> outcomes = new ArrayList<>();
    private final AtomicBoolean cancelSent = new AtomicBoolean();
    private Endpoint endpoint;
    private volatile @Nullable WireConnection connection;
    private SessionOutput output = new CollectingOutput();
    private @Nullable OutputStream queryFile;
    private @Nullable OutputStream nextResult;
    private @Nullable PrintOptions nextPrint;
    private String previous = "";
    private boolean lost;
    private Supplier<@Nullable String> lines = () -> null;
    private Scripts scripts = (file, relative) -> false;

    /** Runs a script file ({@code \i}, {@code \ir}). */
    @FunctionalInterface
    public interface Scripts {
        /** Whether the file could be read. */
        boolean include(String file, boolean relative);
    }

    public Psql(SessionHost host, Endpoint endpoint, WireConnection connection) {
        this.host = host;
        this.connector = new Connector(host.environment());
        this.endpoint = endpoint;
        this.connection = connection;
    }

    public SessionHost host() {
        return host;
    }

    public Settings settings() {
        return settings;
    }

    public VariableStore variables() {
        return variables;
    }

    /** What was typed since the last query. */
    public StringBuilder buffer() {
        return buffer;
    }

    /** The query that {@code \g} repeats when the buffer is empty. */
    public String previous() {
        return previous;
    }

    public void previous(String query) {
        previous = query;
    }

    /** Where the session is, or was before the connection was lost. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Null when disconnected. */
    public @Nullable WireConnection connection() {
        return connection;
    }

    /** Takes a new connection and closes the old one. */
    public void connection(@Nullable WireConnection next) {
        WireConnection old = connection;
        connection = next;
        if (next != null) {
            endpoint = next.endpoint();
        }
        if (old != null) {
            old.close();
        }
    }

    public Connector connector() {
        return connector;
    }

    /** Set by the thread that cancels, cleared by the one that prints. */
    public AtomicBoolean cancelSent() {
        return cancelSent;
    }

    public SessionOutput output() {
        return output;
    }

    public void output(SessionOutput next) {
        output = next;
    }

    /** Prints a complaint. */
    public void err(String line) {
        output.err(line + "\n");
    }

    /** The lines that follow the one being run: the data of COPY FROM STDIN. */
    public Supplier<@Nullable String> lines() {
        return lines;
    }

    public void lines(Supplier<@Nullable String> following) {
        lines = following;
    }

    public Scripts scripts() {
        return scripts;
    }

    public void scripts(Scripts runner) {
        scripts = runner;
    }

    /** Statements that were run since this was asked last. */
    public List<StatementOutcome> takeOutcomes() {
        List<StatementOutcome> taken = List.copyOf(outcomes);
        outcomes.clear();
        return taken;
    }

    void add(StatementOutcome outcome) {
        outcomes.add(outcome);
    }

    /** Whether the connection was lost since this was asked last. */
    public boolean takeLost() {
        boolean was = lost;
        lost = false;
        return was;
    }

    void markLost() {
        lost = true;
    }

    /** Where query results go: standard output, or the file of {@code \o}. */
    public OutputStream resultStream() {
        OutputStream file = nextResult == null ? queryFile : nextResult;
        return file == null ? new OutputSink(output) : file;
    }

    /** Sends results to a file or pipe from now on, or to standard output. */
    public void queryFile(@Nullable OutputStream file) {
        close(queryFile);
        queryFile = file;
    }

    /** Sends the next query's results elsewhere, printed with these options; either may be null. */
    public void nextOnly(@Nullable OutputStream stream, @Nullable PrintOptions options) {
        nextResult = stream;
        nextPrint = options;
    }

    /** The options of the query that is running. */
    public PrintOptions printOptions() {
        return nextPrint == null ? settings.print() : nextPrint;
    }

    void endOfQuery() {
        close(nextResult);
        nextOnly(null, null);
    }

    private void close(@Nullable OutputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                err(String.valueOf(e.getMessage()));
            }
        }
    }
}
