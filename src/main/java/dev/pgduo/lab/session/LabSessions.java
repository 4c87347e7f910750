package dev.pgduo.lab.session;

import dev.pgduo.cluster.process.OsProcess;
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

/** The lab at work: its numbered SQL sessions, the nodes' OS prompts, and the waits between them. For one thread at a time. */
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
     * A desk for this lab.
     *
     * @param naming what paths, ports and prompts are called on it
     * @param commands what a backslash reaches behind psql's own commands
     */
    public LabSessions(Lab lab, Naming naming, BackslashCommands commands) {
        this(lab, any -> naming, commands);
    }

    /** One whose names are looked up anew when the lab has to take other ports. */
    public LabSessions(Lab lab, Function<Lab, Naming> names, BackslashCommands commands) {
        this(lab, names, commands, PsqlStyle.STANDARD);
    }

    /** One whose sessions print what this psql prints. */
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

    /** What things are called now. */
    public Naming naming() {
        if (!named.equals(lab.state().ports())) {
            named = lab.state().ports();
            naming = names.apply(lab);
        }
        return naming;
    }

    /** What its sessions reach with a backslash. */
    public BackslashCommands backslash() {
        return commands;
    }

    public Capabilities capabilities() {
        return lab.capabilities();
    }

    /**
     * The session of this number, opened when it is not: the first one on a, the others on b.
     *
     * @throws LabException with libpq's words when its server cannot be reached
     */
    public SessionThread session(int number) {
        return session(number, defaultNode(number));
    }

    /** The session of this number, opened on that node when it is not open at all. */
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

    /** Opens a session where these words of a psql command line lead to; one of the same number is closed first. */
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

    /** The node that a session talks to, or would. */
    public NodeName nodeOf(int number) {
        SessionThread session = sessions.get(number);
        return session == null
                ? defaultNode(number)
                : nodeAt(session.session().endpoint().port());
    }

    /** Carries out a line of a node's OS prompt. */
    public OsResult os(NodeName node, String line) {
        return os(node, line, OsWatch.NONE);
    }

    /** Carries out a line, which is watched while it runs. */
    public OsResult os(NodeName node, String line, OsWatch watch) {
        OsResult result = shell.run(node, line, watch);
        wrote();
        return result;
    }

    /** What lines of a node's OS prompt left in the background and has ended since this was asked last, for a person. */
    public List<String> endedInBackground(NodeName node) {
        return shell.shell(node).endedInBackground();
    }

    /** Where a path leads to that is typed at a node's OS prompt. */
    public Path typedPath(NodeName node, String typed) {
        return shell.typedPath(node, typed);
    }

    /** The directories that a node's OS prompt finds programs in. */
    public List<Path> programs(NodeName node) {
        return shell.programs(node);
    }

    /** Something was, or may have been, written on the primary. */
    public void wrote() {
        behind = true;
    }

    /** A statement of a session has come back. */
    public void ended(int number, Result result) {
        if (result.outcomes().stream().anyMatch(o -> o.kind() != dev.pgduo.session.query.StatementKind.READ_ONLY)) {
            wrote();
        }
        if (!result.open()) {
            close(number);
        }
    }

    /** What this lab's servers call a thing that a session's statement asked for under another major's name. */
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

    /** Before a read on a standby: waits until it has replayed the last write. Empty when there is nothing to wait for. */
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

    /** What a session's running statement waits for, if it waits. */
    public Optional<Waiting> waiting(int number) {
        SessionThread session = sessions.get(number);
        if (session == null) {
            return Optional.empty();
        }
        int pid = session.session().backendPid();
        Optional<Waiting> waiting = WaitingQuestion.ask(lab.query(nodeOf(number)), pid);
        return waiting.isEmpty() && capabilities().major() < 10 && pid > 0
                ? WaitingQuestion.byTitle(new OsProcess(pid).title())
                : waiting;
    }

    /** Whether the server of a session has begun with the statement that the session was given. */
    public boolean begun(int number) {
        SessionThread session = sessions.get(number);
        return session != null
                && WaitingQuestion.begun(
                        lab.query(nodeOf(number)), session.session().backendPid());
    }

    /** What a person is told when a session's statement does not come back: as {@link #waiting}, or that its server is silent. */
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

    /** Asks the server to give up a session's running statement. */
    public void cancel(int number) {
        SessionThread session = sessions.get(number);
        if (session != null && session.busy()) {
            session.session().cancel();
        }
    }

    /** Closes all sessions and shells; the lab stays as it is. */
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
        // A session that was opened before its node's port changed still has the old one.
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
