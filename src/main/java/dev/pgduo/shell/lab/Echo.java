package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Performed;
import dev.pgduo.lab.os.Naming;
import java.io.PrintWriter;

/**
 * Shows the real commands behind a verb, with what they print. Two blanks stand before each line, so that a transcript that is
 * read again does not take them for commands of its own.
 */
final class Echo {
    private static final String INDENT = "  ";

    private final Naming naming;
    private final PrintWriter out;

    Echo(Naming naming, PrintWriter out) {
        this.naming = naming;
        this.out = out;
    }

    /** An operating-system command at a node's prompt, with its output; initdb's is long and says nothing of the lab. */
    void show(NodeName node, Performed performed) {
        command(node, performed.commandLine());
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

    /** A line of pgduo's own. */
    void say(String line) {
        out.println(naming.toShown(line));
        out.flush();
    }
}
