package dev.pgduo.shell.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.lab.conf.SettingChange;
import dev.pgduo.lab.os.Naming;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * Prints the real commands behind pgduo's own, with their output. Each line begins with two blanks, so that a lab file which is
 * read again does not take it for a command of its own.
 */
final class CommandEcho {
    private static final String INDENT = "  ";

    private final Naming naming;
    private final PrintWriter out;

    CommandEcho(Naming naming, PrintWriter out) {
        this.naming = naming;
        this.out = out;
    }

    /** Runs an operation on a node: its command is printed before, its output afterwards. */
    void run(Node node, Function<Node, PgCtlResult> verb) {
        output(verb.apply(node.telling(line -> command(node.name(), line))));
    }

    /** Prints the output of a command, except initdb's, which is long and says nothing about the lab. */
    void output(PgCtlResult performed) {
        if (!performed.commandLine().startsWith("initdb")) {
            performed.output().forEach(line -> out.println(INDENT + naming.toShown(line)));
        }
        out.flush();
    }

    /** Prints an operating-system command that is about to run at a node's prompt. */
    void command(NodeName node, String line) {
        out.println(INDENT + naming.prompt(node) + " " + naming.toShownCommand(line));
        out.flush();
    }

    /** Prints a statement for a node as a psql command at the node's OS prompt. */
    void sql(NodeName node, String statement) {
        command(node, "psql -c \"" + statement + "\"");
    }

    /** Prints a statement as if it were typed in a session of the node. */
    void statement(NodeName node, String statement) {
        out.println(INDENT + (node == NodeName.A ? "" : "|    ") + "=> " + naming.toShown(statement));
        out.flush();
    }

    /** Prints a line of a command's output. */
    void indented(String line) {
        out.println(INDENT + naming.toShown(line));
        out.flush();
    }

    /** Prints a line of pgduo's own. */
    void say(String line) {
        out.println(naming.toShown(line));
        out.flush();
    }

    /** Prints a change of settings: the command for it, and its effect. */
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
