package dev.pgduo.session.query;

import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.Notification;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one psql: connection, input, settings, variables, and output. Queries and backslash commands use it. For one
 * thread at a time, except the connection and the cancellation.
 */
public final class Psql {
    /** The version of psql that this one implements. */
    public static final String VERSION = "15.18 (Debian 15.18-0+deb12u1)";

    private static final Endpoint NOWHERE = Endpoint.of("", 5432, "", "");

    private final SessionHost host;
    private final Connector connector;
    private final VariableStore variables = new VariableStore();
    private final Settings settings = new Settings(variables);
    private final Log log = new Log(this::output, this::frame);
    private final List<StatementOutcome> outcomes = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final Pipelining pipelining = new Pipelining(this);
    private final ResultTarget target = new ResultTarget(this);
    private Endpoint endpoint = NOWHERE;
    private Conninfo conninfo = Conninfo.empty();
    private volatile @Nullable WireConnection connection;
    private SessionOutput output = new CollectingOutput();
    private Request request = Request.PLAIN;
    private Sending sending = Sending.SIMPLE;
    private Frame frame = new Frame(new TextSource(""), null);
    private @Nullable LastError lastError;
    private @Nullable String restriction;
    private boolean lost;
    private boolean program;
    private Scripts scripts = (file, relative) -> false;

    /** Runs a script file ({@code \i}, {@code \ir}). */
    @FunctionalInterface
    public interface Scripts {
        /** Runs a file; returns whether it could be read and did not end with an error. */
        boolean include(String file, boolean relative);
    }

    /** The error for {@code \errverbose}, and its query. */
    public record LastError(ServerMessage error, String query) {}

    /** A psql that is not connected. */
    public Psql(SessionHost host) {
        this.host = host;
        this.connector = new Connector(host.environment(), warning -> output().err(warning + "\n"), host::door);
    }

    public Psql(SessionHost host, WireConnection connection) {
        this(host);
        connection(connection);
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

    /** The present source of input. */
    public Frame frame() {
        return frame;
    }

    public void frame(Frame next) {
        frame = next;
    }

    /** The text of the statement so far. */
    public StringBuilder buffer() {
        return frame.buffer();
    }

    /** The address of the server to which the session is connected, or was before the connection was lost. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The connection; null when disconnected. */
    public @Nullable WireConnection connection() {
        return connection;
    }

    /** Uses a new connection, and closes the old one. */
    public void connection(@Nullable WireConnection next) {
        WireConnection old = connection;
        connection = next;
        pipelining.reset();
        if (next != null) {
            endpoint = next.endpoint();
        }
        connectionVariables(next);
        if (old != null) {
            old.close();
        }
    }

    private void connectionVariables(@Nullable WireConnection now) {
        ConnectionVariables.sync(variables, now, host);
        followStyle();
        connectionChanged();
    }

    /** Sets the version of psql whose output is printed from now on. */
    public void style(PsqlStyle next) {
        settings.style(next);
        followStyle();
    }

    private void followStyle() {
        variables.like(major());
        if (connection != null && major() >= ConnectionVariables.SERVICE_SINCE) {
            String environment = program ? host.environment().get("PGSERVICE") : null;
            ConnectionVariables.service(variables, conninfo.value("service", environment == null ? "" : environment));
        }
    }

    /** The major of the psql whose output is printed. */
    public int major() {
        WireConnection now = connection;
        return settings.style().on(now == null ? 0 : now.major());
    }

    /** The connection options. */
    public Conninfo conninfo() {
        return conninfo;
    }

    public void conninfo(Conninfo next) {
        conninfo = next;
        followStyle();
    }

    public Connector connector() {
        return connector;
    }

    public Pipelining pipelining() {
        return pipelining;
    }

    /** The state of cancellations. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Reports that a cancel request was sent, if that has not been reported. */
    public void tellCancel() {
        if (cancellation.takeUntold()) {
            output.err("Cancel request sent\n");
        }
    }

    public SessionOutput output() {
        return output;
    }

    public void output(SessionOutput next) {
        output = next;
    }

    public Log log() {
        return log;
    }

    /** Prints an error line. */
    public void err(String line) {
        log.error(line);
    }

    /** Prints an error of the server, and keeps it for {@code \errverbose}. */
    public void failure(ServerMessage error, String query) {
        tellCancel();
        log.info(settings.messages().error(error, query));
        lastError = new LastError(error, query);
    }

    /** Prints a notice of the server. */
    public void notice(ServerMessage notice, String query) {
        log.info(settings.messages().notice(notice, query));
    }

    /** The last error of a statement, or null. */
    public @Nullable LastError lastError() {
        return lastError;
    }

    /** The key that ends the restricted mode; null outside of it. */
    public @Nullable String restriction() {
        return restriction;
    }

    public void restriction(@Nullable String key) {
        restriction = key;
    }

    /** Parameters of the connection have changed. */
    public void connectionChanged() {
        WireConnection now = connection;
        if (now != null) {
            settings.print(settings.print().withEncoding(ConnectionVariables.encoding(variables, now)));
        }
    }

    /** Whether this is psql as a program, which ends when a script's connection is lost; otherwise it is a pane. */
    public boolean program() {
        return program;
    }

    public void program(boolean alone) {
        program = alone;
    }

    public Scripts scripts() {
        return scripts;
    }

    public void scripts(Scripts runner) {
        scripts = runner;
    }

    /** The outcomes of statements since the last call. */
    public List<StatementOutcome> takeOutcomes() {
        List<StatementOutcome> taken = List.copyOf(outcomes);
        outcomes.clear();
        return taken;
    }

    /** Adds an outcome if outcomes are collected. */
    void add(Supplier<StatementOutcome> outcome) {
        if (!program) {
            outcomes.add(outcome.get());
        }
    }

    /** The notifications since the last call. */
    List<Notification> takeNotifications() {
        List<Notification> taken = List.copyOf(notifications);
        notifications.clear();
        return taken;
    }

    void add(Notification notification) {
        notifications.add(notification);
    }

    /** Whether the connection was lost since the last call. */
    public boolean takeLost() {
        boolean was = lost;
        lost = false;
        return was;
    }

    void markLost() {
        lost = true;
    }

    /** The destination of results. */
    public ResultTarget target() {
        return target;
    }

    /** The settings for the next query only. */
    public Request request() {
        return request;
    }

    public void request(Request next) {
        request = next;
    }

    /** How the next query is sent. */
    public Sending sending() {
        return sending;
    }

    public void sending(Sending next) {
        sending = next;
    }
}
