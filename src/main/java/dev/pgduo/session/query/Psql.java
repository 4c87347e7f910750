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
 * The state of one psql: connection, what is being read, settings, variables, and where output goes. Queries and backslash
 * commands work on it. One thread at a time, but for the connection and the cancellation.
 */
public final class Psql {
    /** The version of psql that this one is like. */
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
        /** Whether the file could be read and did not end with an error. */
        boolean include(String file, boolean relative);
    }

    /** The error that {@code \errverbose} tells about, and the query it belongs to. */
    public record LastError(ServerMessage error, String query) {}

    /** One that is not connected. */
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

    /** What is being read. */
    public Frame frame() {
        return frame;
    }

    public void frame(Frame next) {
        frame = next;
    }

    /** What was read of a statement. */
    public StringBuilder buffer() {
        return frame.buffer();
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

    /** Prints what this psql prints from now on. */
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

    /** The major of the psql that this one is like now. */
    public int major() {
        WireConnection now = connection;
        return settings.style().on(now == null ? 0 : now.major());
    }

    /** How the connection was made. */
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

    /** What Ctrl-C asked for. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Tells that the server was asked to cancel, if it was and this has not been told. */
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

    /** Prints a complaint. */
    public void err(String line) {
        log.error(line);
    }

    /** Tells what the server complained about, and keeps it for {@code \errverbose}. */
    public void failure(ServerMessage error, String query) {
        tellCancel();
        log.info(settings.messages().error(error, query));
        lastError = new LastError(error, query);
    }

    /** Tells what the server remarked. */
    public void notice(ServerMessage notice, String query) {
        log.info(settings.messages().notice(notice, query));
    }

    /** The last error of a statement, or null. */
    public @Nullable LastError lastError() {
        return lastError;
    }

    /** The key that ends the mode in which no backslash command is taken; null outside of it. */
    public @Nullable String restriction() {
        return restriction;
    }

    public void restriction(@Nullable String key) {
        restriction = key;
    }

    /** The connection's settings changed. */
    public void connectionChanged() {
        WireConnection now = connection;
        if (now != null) {
            settings.print(settings.print().withEncoding(ConnectionVariables.encoding(variables, now)));
        }
    }

    /** Whether this is a program of its own, which ends when a script's connection is lost, and not a pane. */
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

    /** Statements that were run since this was asked last. */
    public List<StatementOutcome> takeOutcomes() {
        List<StatementOutcome> taken = List.copyOf(outcomes);
        outcomes.clear();
        return taken;
    }

    /** Notes an outcome, where somebody asks for them. */
    void add(Supplier<StatementOutcome> outcome) {
        if (!program) {
            outcomes.add(outcome.get());
        }
    }

    /** What other sessions notified since this was asked last. */
    List<Notification> takeNotifications() {
        List<Notification> taken = List.copyOf(notifications);
        notifications.clear();
        return taken;
    }

    void add(Notification notification) {
        notifications.add(notification);
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

    /** Where results go. */
    public ResultTarget target() {
        return target;
    }

    /** What was asked for the next query. */
    public Request request() {
        return request;
    }

    public void request(Request next) {
        request = next;
    }

    /** How the next query goes to the server. */
    public Sending sending() {
        return sending;
    }

    public void sending(Sending next) {
        sending = next;
    }
}
