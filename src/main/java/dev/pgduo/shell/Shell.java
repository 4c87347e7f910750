package dev.pgduo.shell;

import dev.pgduo.cluster.process.ShutdownHook;
import dev.pgduo.shell.Invocation.Flag;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.PromptListener;
import dev.pgduo.shell.prompt.PromptLoop;
import dev.pgduo.shell.prompt.ScriptLoop;
import dev.pgduo.shell.prompt.ScriptLoop.Manner;
import dev.pgduo.shell.prompt.ScriptLoop.Stop;
import dev.pgduo.shell.prompt.SystemTerminal;
import dev.pgduo.shell.screen.AnswerLine;
import dev.pgduo.shell.screen.GuardedOutput;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.YesNoLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs what the command line asks for: one command, a script, or the prompt. */
public final class Shell {
    private final Streams streams;
    private final StateFiles files;
    private final Front front;

    public Shell(Streams streams, StateFiles files, Front front) {
        this.streams = streams;
        this.files = files;
        this.front = front;
    }

    /** Runs the command line; returns the exit code. All objects are closed afterwards, also after Ctrl-C. */
    public int run(Invocation invocation) {
        boolean script = !invocation.command().isEmpty() || !invocation.lines().isEmpty();
        SystemTerminal terminal =
                script || !streams.interactive() ? null : SystemTerminal.opening(invocation.has(Flag.DUMB));
        ShutdownHook hook = ShutdownHook.of("close-shell", front::close);
        try {
            return terminal == null ? lines(invocation) : prompt(invocation, terminal);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the standard input", e);
        } finally {
            front.close();
            hook.close();
        }
    }

    private int lines(Invocation invocation) throws IOException {
        if (streams.interactive()) {
            front.outlets().asker().to(new YesNoLine(streams.in(), streams.out()));
            front.outlets().asker().linesTo(new AnswerLine(streams.in(), streams.out()));
        }
        if (!invocation.command().isEmpty()) {
            Palette palette = front.screen().palette();
            return front.context(new GuardedOutput(streams.out(), palette))
                    .run(invocation.command(), new GuardedOutput(streams.err(), palette));
        }
        if (!invocation.lines().isEmpty()) {
            return script(new Manner(invocation.has(Flag.ECHO), stop(invocation)))
                    .run(invocation.lines());
        }
        return script(new Manner(!invocation.has(Flag.QUIET), stop(invocation))).run(new BufferedReader(streams.in()));
    }

    private ScriptLoop script(Manner manner) {
        return new ScriptLoop(front.router(), front.panes(), manner);
    }

    private int prompt(Invocation invocation, SystemTerminal terminal) throws IOException {
        new PromptLoop(front.prompting(), front.screen(), front.outlets())
                .run(
                        terminal,
                        files.make().history(),
                        new PromptLoop.Manner(
                                invocation.has(Flag.DUMB),
                                !invocation.has(Flag.NO_STATUS),
                                !invocation.has(Flag.NO_SUGGESTIONS)),
                        this::company);
        return ExitCode.OK;
    }

    /** The listener for the prompt. Also prepares in the background what the first command needs, while it is being typed. */
    private PromptListener company() {
        Thread thread = new Thread(() -> front.context(streams.out()), "commands");
        thread.setDaemon(true);
        thread.start();
        return front.attendant();
    }

    private static Stop stop(Invocation invocation) {
        if (invocation.has(Flag.STOP_ON_ERROR)) {
            return Stop.ON_ANY;
        }
        return invocation.has(Flag.KEEP_GOING) ? Stop.NEVER : Stop.ON_COMMAND;
    }
}
