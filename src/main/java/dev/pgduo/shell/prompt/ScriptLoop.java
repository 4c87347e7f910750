package dev.pgduo.shell.prompt;

import dev.pgduo.shell.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Runs lines of a pipe or of {@code -c}. Not reusable. */
public final class ScriptLoop {
    private final Router router;
    private final PaneSwitch panes;
    private final Manner manner;
    private int worst = ExitCode.OK;

    /**
     * How a script is run.
     *
     * @param echo whether the output is a lab file, with prompts and the typed lines
     * @param stop which failures end the script
     */
    public record Manner(boolean echo, Stop stop) {}

    /** Which failures end a script. A failed SQL statement is often the lesson, a failed command never is. */
    public enum Stop {
        NEVER,
        ON_COMMAND,
        ON_ANY
    }

    public ScriptLoop(Router router, PaneSwitch panes, Manner manner) {
        this.router = router;
        this.panes = panes;
        this.manner = manner;
    }

    /** Runs all lines of a script; returns the exit code. */
    public int run(BufferedReader script) throws IOException {
        StringBuilder buffer = new StringBuilder();
        for (String line = script.readLine(); line != null; line = script.readLine()) {
            buffer.append(buffer.isEmpty() ? "" : "\n").append(line);
            if (skip(buffer)) {
                buffer.setLength(0);
            } else if (router.complete(buffer.toString())) {
                if (ended(buffer.toString())) {
                    return worst;
                }
                buffer.setLength(0);
            }
        }
        if (!buffer.isEmpty()) {
            ended(buffer.toString());
        }
        return worst;
    }

    /** Runs commands given as options, each complete; the first one that fails ends the run with its exit code. */
    public int run(List<String> commands) {
        for (String command : commands) {
            Pane.Outcome outcome = router.run(command, manner.echo());
            if (outcome.failed() && manner.stop() != Stop.NEVER) {
                return outcome.code();
            }
            worst = Math.max(worst, outcome.code());
        }
        return worst;
    }

    private boolean skip(StringBuilder buffer) {
        String text = buffer.toString().strip();
        return text.isEmpty() || (text.startsWith("#") && panes.front().kind() != Pane.Kind.SQL);
    }

    private boolean ended(String buffer) {
        Pane before = panes.front();
        Pane.Outcome outcome = router.run(buffer, manner.echo());
        if (outcome.failed()) {
            boolean stops = manner.stop() == Stop.ON_ANY
                    || (manner.stop() == Stop.ON_COMMAND && before.kind() != Pane.Kind.SQL);
            worst = stops ? ExitCode.SCRIPT_STOPPED : Math.max(worst, countable(before));
            return stops;
        }
        return outcome.leaves() && before.kind() == Pane.Kind.LAB;
    }

    private static int countable(Pane pane) {
        return pane.kind() == Pane.Kind.SQL ? ExitCode.OK : ExitCode.FAILED;
    }
}
