package dev.pgduo.lab.fault;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.kept.KeptCopy;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The context of one fault: the lab, the node, its notes on disk, and its listener. For one thread. */
public final class Scene {
    private static final String ARGUMENT = "argument.";
    private static final String LOG = "log.";

    /** The text of log_line_prefix, up to the severity. */
    private static final Pattern PREFIX = Pattern.compile("^.*?(?=(?:LOG|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT):  )");

    private final Lab lab;
    private final FaultListener told;
    private StandingFault fault;

    /** The scene of a fault that was injected before. */
    public Scene(Lab lab, StandingFault fault, FaultListener told) {
        this.lab = lab;
        this.fault = fault;
        this.told = told;
    }

    /** The scene of a new fault; notes where the logs end now. */
    public static Scene begin(Lab lab, StandingFault fault, FaultListener told) {
        fault.save();
        Scene scene = new Scene(lab, fault, told);
        for (NodeName node : NodeName.values()) {
            scene.note(LOG + node, Long.toString(scene.log(node).length()));
        }
        return scene;
    }

    /** The key of the note with an argument's value. */
    public static String argument(String name) {
        return ARGUMENT + name;
    }

    public Lab lab() {
        return lab;
    }

    /** The node that the fault applies to. */
    public NodeName node() {
        return fault.node();
    }

    /** The server of the fault's node. */
    public Node server() {
        return server(node());
    }

    /** A node whose commands are reported to the listener. */
    public Node server(NodeName name) {
        return lab.node(name).telling(line -> told.command(name, line));
    }

    /** The fault with its notes, as they are on disk. */
    public StandingFault fault() {
        return fault;
    }

    /** Writes a note to disk. */
    public void note(String key, String value) {
        fault = fault.with(key, value);
    }

    /** A note; empty when there is none, as after a pgduo that was killed earlier. */
    public Optional<String> note(String key) {
        return Optional.ofNullable(fault.notes().get(key));
    }

    /** The value of an argument, as it was typed, or its default. */
    public String value(String parameter) {
        return note(argument(parameter)).orElse("");
    }

    /** Queries a node without telling the listener. */
    public String ask(NodeName name, String sql) {
        return lab.query(name).ask(sql);
    }

    /** Executes a statement that a person would type on a node. */
    public void execute(NodeName name, String sql) {
        told.statement(name, sql);
        lab.query(name).rows(sql);
    }

    /** Reports a command line at the OS prompt of the fault's node to the listener. */
    public void tell(String line) {
        tell(node(), line);
    }

    /** Reports a command line at a node's OS prompt to the listener. */
    public void tell(NodeName name, String line) {
        told.command(name, line);
    }

    /** Passes a remark to the listener. */
    public void say(String words) {
        told.remark(words);
    }

    /** A listener that reports the steps which make a standby. */
    StandbySteps.Listener steps() {
        return new StandbySteps.Listener() {
            @Override
            public void begins(NodeName name, String line) {
                told.command(name, line);
            }

            @Override
            public void kept(KeptCopy copy) {
                told.command(copy.node(), "# what was there is kept: \"undo " + copy.name() + "\"");
            }

            @Override
            public void sql(NodeName name, String statement) {
                told.statement(name, statement.replaceFirst(";$", ""));
            }
        };
    }

    /** The other node. */
    public NodeName other() {
        return node().other();
    }

    /** The node that is the primary now: this one, unless it is a standby. */
    public NodeName primary(NodeName usual) {
        return answers(usual, "select pg_is_in_recovery()", "t") ? usual.other() : usual;
    }

    /** Whether a node returns this value for a query; false when it cannot be asked. */
    public boolean answers(NodeName name, String question, String expected) {
        return answer(name, question).equals(Optional.of(expected));
    }

    /** What a node returns for a query; empty when it cannot be asked. */
    public Optional<String> answer(NodeName name, String question) {
        try {
            return Optional.of(ask(name, question));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    /** A sign that a node returns the expected value for a query. */
    public Sign answerSign(NodeName name, String question, String expected, String words) {
        return new Sign(
                words,
                () -> answers(name, question, expected)
                        ? Optional.of("node " + name + ": " + words)
                        : Optional.empty());
    }

    /** A sign that no process of the fault's node is left. */
    public Sign goneSign() {
        Path data = server().layout().data();
        return new Sign(
                "no process of the node left",
                () -> OsProcess.in(data).isEmpty()
                        ? Optional.of("no process of node " + node() + " is left")
                        : Optional.empty());
    }

    /** A directory for files that the fault keeps until it is healed; only pgduo's user can read it. */
    public Path kept() {
        try {
            PrivateFiles.directory(fault.kept());
            return fault.kept();
        } catch (IOException e) {
            throw LabException.of("could not create directory \"" + fault.kept() + "\": " + FailureReason.of(e));
        }
    }

    /** Sends a signal to processes of the fault's node. */
    public void signal(Signal signal, List<OsProcess> processes) {
        String pids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        tell("kill -" + signal + " " + pids);
        if (!OsProcess.signal(signal, processes) && processes.stream().anyMatch(OsProcess::alive)) {
            throw LabException.of("could not send signal " + signal + " to process " + pids);
        }
    }

    /**
     * A process of the fault's node in this role.
     *
     * @throws LabException when there is none
     */
    public ServerProcess process(String role) {
        return processes(role).stream()
                .findFirst()
                .orElseThrow(() -> new LabException(ErrorReport.error("node " + node() + " has no " + role + " process")
                        .hint("\"ps " + node() + "\" shows its processes.")));
    }

    /** The processes of the fault's node in this role. */
    public List<ServerProcess> processes(String role) {
        return lab.node(node()).processes().stream()
                .filter(process -> process.role().equals(role))
                .toList();
    }

    /** The first line with this in it, from its severity on, that a node has logged since the fault began. */
    public Optional<String> logged(NodeName name, Pattern pattern) {
        return log(name)
                .since(Long.parseLong(note(LOG + name).orElse("0")))
                .lines()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> PREFIX.matcher(line).replaceFirst(""))
                .findFirst();
    }

    /** A sign that a node has logged a line that matches. */
    public Sign logSign(NodeName name, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Sign(
                "a line of node " + name + "'s log that matches \"" + regex + "\"",
                () -> logged(name, pattern).map(line -> "log " + name + ": " + line.strip()));
    }

    /** A sign that the fault's node has logged a line that matches. */
    public Sign logSign(String regex) {
        return logSign(node(), regex);
    }

    private ServerLog log(NodeName name) {
        return new ServerLog(lab.node(name).layout().logFile());
    }
}
