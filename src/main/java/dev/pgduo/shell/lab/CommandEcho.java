package dev.pgduo.shell.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.lab.conf.SettingChange;
import dev.pgduo.lab.os.Naming;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * Shows the real commands behind a verb, with what they print. Two blanks stand before each line, so that a lab file that is
 * read again does not take them for commands of its own.
 */
final class CommandEcho {
    private static final String INDENT = "  ";

    private final Naming naming;
    private final PrintWriter out;

    CommandEcho(Naming naming, PrintWriter out) {
        this.naming = naming;
        this.out = out;
    }

    /** Carries out a verb of this node: its command is shown before it is waited for, its output behind. */
    void run(Node node, Function<Node, PgCtlResult> verb) {
        output(verb.apply(node.telling(line -> command(node.name(), line))));
    }

    /** What a command has printed; initdb's output is long and says nothing of the lab. */
    void output(PgCtlResult performed) {
        if (!performed.commandLine().startsWith("initdb")) {
            performed.output().forEach(line -> out.println(INDENT + naming.toShown(line)));
        }
        out.flush();
    }

    /** An operating-system command at a node's prompt that is about to run. */
    void command(NodeName node, String line) {
        out.println(INDENT + naming.prompt(node) + " " + naming.toShownCommand(line));
        out.flush();
    }

    /** A statement that a node was sent, as psql sends it from the node's OS prompt. */
    void sql(NodeName node, String statement) {
        command(node, "psql -c \"" + statement + "\"");
    }

    /** A statement as a person types it in a session of a node, on its side of the screen. */
    void statement(NodeName node, String statement) {
        out.println(INDENT + (node == NodeName.A ? "" : "|    ") + "=> " + naming.toShown(statement));
        out.flush();
    }

    /** A line that a command printed. */
    void indented(String line) {
        out.println(INDENT + naming.toShown(line));
        out.flush();
    }

    /** A line of pgduo's own. */
    void say(String line) {
        out.println(naming.toShown(line));
        out.flush();
    }

    /** Shows a change of settings: what was typed for it, and what it did. */
    void change(NodeName node, SettingChange change) {
        if (change.how().sql()) {
            statement(node, change.how().text());
        } else if (!change.how().text().isEmpty()) {
            command(node, change.how().text());
        }
        change.edits().forEach(edit -> say(edit.line()));
        change.remarks().forEach(this::say);
    }
}
