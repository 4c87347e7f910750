package dev.pgduo.shell.pane;

import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Pane.Outcome;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lab's commands with a backslash at an OS prompt, as in an SQL session. The real shell runs all other words. */
final class OsBackslash {
    private static final Pattern COMMAND = Pattern.compile("\\\\(?<name>[a-z]+)(?:\\h+(?<arguments>\\V*))?");

    private final PaneTools tools;

    OsBackslash(PaneTools tools) {
        this.tools = tools;
    }

    /** Runs a line as a command of the lab, and prints its output; empty when it is no such command. */
    Optional<Outcome> run(String line, PrintWriter out) {
        Matcher command = COMMAND.matcher(line);
        if (!command.matches()) {
            return Optional.empty();
        }
        String name = command.group("name");
        if (name.equals("q")) {
            return Optional.of(Outcome.LEFT);
        }
        BackslashCommands commands = tools.lab().desk().backslash();
        if (!commands.knows(name)) {
            return Optional.empty();
        }
        String arguments = Optional.ofNullable(command.group("arguments")).orElse("");
        PaneOutput output = new PaneOutput(out, tools.journal().open());
        SessionHost.Answer answer = commands.run(name, arguments, output);
        tools.journal().lab((name + " " + arguments).strip(), output.finish());
        out.close();
        return Optional.of(Outcome.of(answer == SessionHost.Answer.HANDLED ? ExitCode.OK : ExitCode.FAILED));
    }

    /** Stops the running command; returns whether there was one. From any thread. */
    boolean cancel() {
        return tools.lab().desk().backslash().cancel();
    }
}
