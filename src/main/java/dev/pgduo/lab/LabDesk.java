package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.version.Capabilities;
import dev.pgduo.cluster.version.ChangedNames;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.session.Result;
import dev.pgduo.session.connection.Endpoint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The lab at work: its numbered SQL sessions, the nodes' OS prompts, and the waits between them. For one thread at a time. */
public final class LabDesk implements AutoCloseable {
    private final Lab lab;
    private final Naming naming;
    private final DeskShell shell;
    private final BackslashCommands commands;
    private final Map<Integer, SessionThread> sessions = new TreeMap<>();
    private final Map<NodeName, LabQueries> brisk = new EnumMap<>(NodeName.class);
    private boolean behind = true;

    /**
     * A desk for this lab.
     *
     * @param naming what paths, ports and prompts are called on it
     * @param commands what a backslash reaches behind psql's own commands
     */
    public LabDesk(Lab lab, Naming naming, BackslashCommands commands) {
        this.lab = lab;
        this.naming = naming;
        this.commands = commands;
        this.shell = new DeskShell(lab, naming);
    }

    public Lab lab() {
        return lab;
    }

    public Naming naming() {
        return naming;
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
        SessionThread open = sessions.get(number);
        return open == null ? connect(number, lab.endpoint(defaultNode(number))) : open;
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
                : nodeAt(naming.ports().real(arguments.port()));
        Endpoint endpoint = lab.endpoint(node);
        endpoint = arguments.user() == null ? endpoint : endpoint.withUser(arguments.user());
        endpoint = arguments.database() == null
                ? endpoint.withDatabase(endpoint.user())
                : endpoint.withDatabase(arguments.database());
        SessionThread old = sessions.get(number);
        SessionThread opened = connect(number, endpoint);
        if (old != null) {
            old.close();
        }
        return opened;
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
        return os(node, line, output -> {});
    }

    /** Carries out a line; the listener is told a program's output while it comes, on any thread. The result has it too. */
    public OsResult os(NodeName node, String line, Consumer<String> listener) {
        OsResult result = shell.run(node, line, listener);
        wrote();
        return result;
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
        return session == null
                ? Optional.empty()
                : WaitingQuestion.ask(
                        lab.query(nodeOf(number)), session.session().backendPid());
    }

    /** What a person is told when a session's statement does not come back: as {@link #waiting}, or that its server is silent. */
    public Optional<Waiting> holdup(int number) {
        SessionThread session = sessions.get(number);
        if (session == null) {
            return Optional.empty();
        }
        LabQueries server = brisk.computeIfAbsent(nodeOf(number), name -> LabQueries.brisk(lab.endpoint(name)));
        return WaitingQuestion.askOrWonder(server, session.session().backendPid());
    }

    /** Asks the server to give up a session's running statement. */
    public void cancel(int number) {
        SessionThread session = sessions.get(number);
        if (session != null && session.busy()) {
            session.session().cancel();
        }
    }

    /** Closes all sessions; the lab stays as it is. */
    @Override
    public void close() {
        sessions.values().forEach(SessionThread::close);
        sessions.clear();
        brisk.values().forEach(LabQueries::close);
        brisk.clear();
    }

    private SessionThread connect(int number, Endpoint endpoint) {
        NodeName node = nodeAt(endpoint.port());
        PsqlSession psql = PsqlSession.open(endpoint, new DeskHost(shell, node, commands));
        SessionThread session = new SessionThread("session-" + number, psql);
        sessions.put(number, session);
        return session;
    }

    private NodeName nodeAt(int port) {
        return Arrays.stream(NodeName.values())
                .filter(name -> lab.state().port(name).number() == port)
                .findFirst()
                .orElseThrow(() -> new LabException(ErrorReport.error("no node of the lab listens on port " + port)
                        .hint("Node a listens on port " + lab.state().port(NodeName.A) + ", node b on port "
                                + lab.state().port(NodeName.B) + ".")));
    }

    private static NodeName defaultNode(int number) {
        return number == 1 ? NodeName.A : NodeName.B;
    }
}
