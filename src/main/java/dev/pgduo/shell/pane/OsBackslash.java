package dev.pgduo.shell.pane;

import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Pane.Outcome;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lab's commands behind a backslash at an OS prompt, as in an SQL session. Any other word is the real shell's. */
final class OsBackslash {
    private static final Pattern COMMAND = Pattern.compile("\\\\(?<name>[a-z]+)(?:\\h+(?<arguments>\\V*))?");

    private final PaneTools tools;

    OsBackslash(PaneTools tools) {
        this.tools = tools;
    }

    /** Runs a line and prints what its command does; empty when it is none of the lab's commands. */
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

    /** Stops the command that is running, if one is; whether one was. Any thread. */
    boolean cancel() {
        return tools.lab().desk().backslash().cancel();
    }
}
