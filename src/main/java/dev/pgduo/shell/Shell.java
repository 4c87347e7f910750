package dev.pgduo.shell;

import dev.pgduo.shell.Invocation.Flag;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Attendant;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.PromptLoop;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.prompt.ScriptLoop;
import dev.pgduo.shell.prompt.ScriptLoop.Manner;
import dev.pgduo.shell.prompt.ScriptLoop.Stop;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.support.GenericApplicationContext;

/** The front door: opens the rooms, then runs one command, a script, or the prompt. */
public final class Shell {
    private final Equipment equipment;
    private final Streams streams;
    private final StateFiles files;

    public Shell(Equipment equipment, Streams streams, StateFiles files) {
        this.equipment = equipment;
        this.streams = streams;
        this.files = files;
    }

    /** Does what was asked for; the answer is the exit code. Everything that was opened is closed afterwards, also by Ctrl-C. */
    public int run(Invocation invocation) {
        try (GenericApplicationContext context = Wiring.open(equipment, streams, files)) {
            context.registerShutdownHook();
            return run(invocation, context);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the standard input", e);
        }
    }

    private int run(Invocation invocation, GenericApplicationContext context) throws IOException {
        if (!invocation.command().isEmpty()) {
            CommandRunner runner = context.getBean(CommandRunner.class);
            return runner.run(invocation.command(), streams.out(), streams.err());
        }
        if (!invocation.lines().isEmpty()) {
            return script(context, new Manner(invocation.has(Flag.ECHO), stop(invocation)))
                    .run(invocation.lines());
        }
        if (streams.interactive()) {
            prompt(context, new PromptLoop.Manner(invocation.has(Flag.DUMB), !invocation.has(Flag.NO_STATUS)));
            return ExitCode.OK;
        }
        return script(context, new Manner(!invocation.has(Flag.QUIET), stop(invocation)))
                .run(new BufferedReader(streams.in()));
    }

    private static ScriptLoop script(GenericApplicationContext context, Manner manner) {
        return new ScriptLoop(context.getBean(Router.class), context.getBean(PaneSwitch.class), manner);
    }

    private void prompt(GenericApplicationContext context, PromptLoop.Manner manner) throws IOException {
        new PromptLoop(
                        context.getBean(Router.class),
                        context.getBean(PaneSwitch.class),
                        context.getBean(Screen.class),
                        context.getBean(RelaySink.class),
                        context.getBean(WholeTerminal.class))
                .run(
                        files.make().history(),
                        manner,
                        () -> context.getBeanProvider(Attendant.class).getIfAvailable(() -> Attendant.NONE));
    }

    private static Stop stop(Invocation invocation) {
        if (invocation.has(Flag.STOP_ON_ERROR)) {
            return Stop.ON_ANY;
        }
        return invocation.has(Flag.KEEP_GOING) ? Stop.NEVER : Stop.ON_COMMAND;
    }
}
