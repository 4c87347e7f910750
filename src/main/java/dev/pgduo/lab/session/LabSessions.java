package dev.pgduo.lab.session;

import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.lab.Catchup;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabQueries;
import dev.pgduo.lab.Waited;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.OsWatch;
import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.session.Result;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ChangedNames;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The numbered SQL sessions of a lab, its nodes' OS prompts, and the waits between them. For one thread at a time. */
public final class LabSessions implements AutoCloseable {
    private final Lab lab;
    private final Function<Lab, Naming> names;
    private Naming naming;
    private Map<NodeName, Port> named;
    private final NodeShell shell;
    private final BackslashCommands commands;
    private final PsqlStyle style;
    private final Map<Integer, SessionThread> sessions = new TreeMap<>();
    private final Map<NodeName, LabQueries> questions = new EnumMap<>(NodeName.class);
    private boolean behind = true;

    /**
     * The sessions of this lab.
     *
     * @param naming the shown names of paths, ports and prompts
     * @param commands the backslash commands besides psql's own
     */
    public LabSessions(Lab lab, Naming naming, BackslashCommands commands) {
        this(lab, any -> naming, commands);
    }

    /** Sessions whose names are determined again when the lab's ports change. */
    public LabSessions(Lab lab, Function<Lab, Naming> names, BackslashCommands commands) {
        this(lab, names, commands, PsqlStyle.STANDARD);
    }

    /** Sessions with the output of this version of psql. */
    public LabSessions(Lab lab, Function<Lab, Naming> names, BackslashCommands commands, PsqlStyle style) {
        this.style = style;
        this.lab = lab;
        this.names = names;
        this.naming = names.apply(lab);
        this.named = lab.state().ports();
        this.commands = commands;
        this.shell = new NodeShell(lab, this::naming, commands::terminal);
        shell.linkSockets();
    }

    public Lab lab() {
        return lab;
    }

    /** The present names of paths, ports and prompts. */
    public Naming naming() {
        if (!named.equals(lab.state().ports())) {
            named = lab.state().ports();
            naming = names.apply(lab);
        }
        return naming;
    }

    /** The backslash commands besides psql's own. */
    public BackslashCommands backslash() {
        return commands;
    }

    public Capabilities capabilities() {
        return lab.capabilities();
    }

    /**
     * The session of this number; it is opened if necessary, the first one on node a, others on b.
     *
     * @throws LabException with libpq's message when its server cannot be reached
     */
    public SessionThread session(int number) {
        return session(number, defaultNode(number));
    }

    /** The session of this number; it is opened on that node if it is not open. */
    public SessionThread session(int number, NodeName node) {
        SessionThread open = sessions.get(number);
        return open == null ? connect(number, lab.endpoint(node), style) : open;
    }

    /** The numbers of the open sessions, in ascending order. */
    public List<Integer> sessions() {
        return List.copyOf(sessions.keySet());
    }

    /** Whether the session of this number is open. */
    public boolean isOpen(int number) {
        return sessions.containsKey(number);
    }

    /**
     * Opens a session to the server that these words of a psql command line name; an open one of the same number is closed
     * first.
     */
    public SessionThread open(int number, List<String> words) {
        PsqlArguments arguments = PsqlArguments.of(words);
        NodeName node = arguments.port() == null
                ? defaultNode(number)
                : nodeAt(naming().ports().real(arguments.port()));
        Endpoint endpoint = lab.endpoint(node);
        endpoint = arguments.user() == null ? endpoint : endpoint.withUser(arguments.user());
        endpoint = arguments.database() == null
                ? endpoint.withDatabase(endpoint.user())
                : endpoint.withDatabase(arguments.database());
        endpoint = endpoint.withHost(arguments.host() == null ? sockets(node) : arguments.host());
        SessionThread old = sessions.get(number);
        PsqlStyle wanted = arguments.style();
        SessionThread opened = connect(number, endpoint, wanted == null ? style : wanted);
        if (old != null) {
            old.close();
        }
        return opened;
    }

    private String sockets(NodeName node) {
        return lab.node(node).layout().socketDirectory().toString();
    }

    /** Closes a session, if it is open. */
    public void close(int number) {
        SessionThread session = sessions.remove(number);
        if (session != null) {
            session.close();
        }
    }

    /** The node of a session, or the one that it would have when opened. */
    public NodeName nodeOf(int number) {
        SessionThread session = sessions.get(number);
        return session == null
                ? defaultNode(number)
                : nodeAt(session.session().endpoint().port());
    }

    /** Runs a line of a node's OS prompt. */
    public OsResult os(NodeName node, String line) {
        return os(node, line, OsWatch.NONE);
    }

    /** Runs a line of a node's OS prompt, and lets it be observed. */
    public OsResult os(NodeName node, String line, OsWatch watch) {
        OsResult result = shell.run(node, line, watch);
        wrote();
        return result;
    }

    /** The background commands of a node's OS prompt that have ended since the last call, for the person. */
    public List<String> endedInBackground(NodeName node) {
        return shell.shell(node).endedInBackground();
    }

    /** The real path for a path that is typed at a node's OS prompt. */
    public Path typedPath(NodeName node, String typed) {
        return shell.typedPath(node, typed);
    }

    /** The directories in which a node's OS prompt finds programs. */
    public List<Path> programs(NodeName node) {
        return shell.programs(node);
    }

    /** The primary was written to, or may have been: the next read on a standby waits. */
    public void wrote() {
        behind = true;
    }

    /** A statement of a session has ended. */
    public void ended(int number, Result result) {
        if (result.outcomes().stream().anyMatch(o -> o.kind() != dev.pgduo.session.query.StatementKind.READ_ONLY)) {
            wrote();
        }
        if (!result.open()) {
            close(number);
        }
    }

    /** HINTs for objects that a session's statement named as in another major. */
    public List<String> hints(Result result) {
        int major = capabilities().major();
        return result.outcomes().stream()
                .filter(outcome -> !outcome.ok())
                .flatMap(
                        outcome -> ChangedNames.all()
                                .hint(String.valueOf(outcome.sqlState()), String.valueOf(outcome.error()), major)
                                .stream())
                .toList();
    }

    /** Waits before a read on a standby until it has replayed the last write; empty when there was nothing to wait for. */
    public Optional<Waited> catchUp(int number) {
        NodeName node = nodeOf(number);
        if (!behind || lab.node(node).status().status() != NodeStatus.RUNNING_STANDBY) {
            return Optional.empty();
        }
        if (lab.node(node.other()).status().status() != NodeStatus.RUNNING_PRIMARY) {
            return Optional.empty();
        }
        Optional<Waited> waited = new Catchup(capabilities()).await(lab.query(node.other()), lab.query(node), node);
        behind = waited.isEmpty() || !waited.get().met();
        return waited;
    }

    /** What a session's running statement is waiting for; empty when it does not wait. */
    public Optional<Waiting> waiting(int number) {
        SessionThread session = sessions.get(number);
        if (session == null) {
            return Optional.empty();
        }
        NodeName node = nodeOf(number);
        int pid = session.session().backendPid();
        return WaitingQuestion.ask(lab.query(node), pid).or(() -> titled(node, pid));
    }

    private Optional<Waiting> titled(NodeName node, int pid) {
        return capabilities().major() >= 10
                ? Optional.empty()
                : lab.node(node).processes().stream()
                        .filter(process -> process.pid() == pid)
                        .findFirst()
                        .flatMap(process -> Waiting.titled(process.title()));
    }

    /** Whether the server has begun to execute a session's statement. */
    public boolean begun(int number) {
        SessionThread session = sessions.get(number);
        return session != null
                && WaitingQuestion.begun(
                        lab.query(nodeOf(number)), session.session().backendPid());
    }

    /** Why a session's statement does not end, for the person: as {@link #waiting}, or that its server does not answer. */
    public Optional<Waiting> holdup(int number) {
        SessionThread session = sessions.get(number);
        if (session == null) {
            return Optional.empty();
        }
        LabQueries server = questions.computeIfAbsent(
                nodeOf(number),
                name -> new LabQueries(
                        () -> lab.endpoint(name), () -> lab.probe(name).withShortTimeout(), () -> null));
        return WaitingQuestion.askOrWonder(server, session.session().backendPid());
    }

    /** Cancels a session's running statement. */
    public void cancel(int number) {
        SessionThread session = sessions.get(number);
        if (session != null && session.busy()) {
            session.session().cancel();
        }
    }

    /** Closes all sessions and shells; the lab stays open. */
    @Override
    public void close() {
        shell.close();
        sessions.values().forEach(SessionThread::close);
        sessions.clear();
        questions.values().forEach(LabQueries::close);
        questions.clear();
    }

    private SessionThread connect(int number, Endpoint endpoint, PsqlStyle printed) {
        PsqlSession psql = opened(number, endpoint);
        psql.style(printed);
        SessionThread session = new SessionThread("session-" + number, psql);
        sessions.put(number, session);
        return session;
    }

    private PsqlSession opened(int number, Endpoint endpoint) {
        NodeName node = nodeAt(endpoint.port());
        try {
            return PsqlSession.open(endpoint, new PaneHost(shell, node, commands, number));
        } catch (LabException e) {
            String hint = NextStep.toRun(node, lab.node(node).status());
            throw hint == null ? e : new LabException(e.report().hint(hint), e);
        }
    }

    private NodeName nodeAt(int port) {
        // A session that was opened before its node's port changed still has the old port.
        return at(port, lab::port)
                .or(() -> at(port, name -> lab.state().port(name).number()))
                .orElseThrow(() -> new LabException(ErrorReport.error("no node of the lab listens on port " + port)
                        .hint("Node a listens on port " + lab.port(NodeName.A) + ", node b on port "
                                + lab.port(NodeName.B) + ".")));
    }

    private static Optional<NodeName> at(int port, ToIntFunction<NodeName> known) {
        return Arrays.stream(NodeName.values())
                .filter(name -> known.applyAsInt(name) == port)
                .findFirst();
    }

    private static NodeName defaultNode(int number) {
        return number == 1 ? NodeName.A : NodeName.B;
    }
}
