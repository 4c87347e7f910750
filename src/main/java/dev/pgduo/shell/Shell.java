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
import dev.pgduo.shell.prompt.SystemTerminal;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
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
        boolean script = !invocation.command().isEmpty() || !invocation.lines().isEmpty();
        SystemTerminal terminal =
                script || !streams.interactive() ? null : SystemTerminal.opening(invocation.has(Flag.DUMB));
        try (GenericApplicationContext context = Wiring.open(equipment, streams, files)) {
            context.registerShutdownHook();
            return terminal == null ? run(invocation, context) : prompt(invocation, context, terminal);
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
        return script(context, new Manner(!invocation.has(Flag.QUIET), stop(invocation)))
                .run(new BufferedReader(streams.in()));
    }

    private static ScriptLoop script(GenericApplicationContext context, Manner manner) {
        return new ScriptLoop(context.getBean(Router.class), context.getBean(PaneSwitch.class), manner);
    }

    private int prompt(Invocation invocation, GenericApplicationContext context, SystemTerminal terminal)
            throws IOException {
        new PromptLoop(
                        context.getBean(Router.class),
                        context.getBean(PaneSwitch.class),
                        context.getBean(Screen.class),
                        new Outlets(
                                context.getBean(RelaySink.class),
                                context.getBean(Asker.class),
                                context.getBean(WholeTerminal.class)))
                .run(
                        terminal,
                        files.make().history(),
                        new PromptLoop.Manner(
                                invocation.has(Flag.DUMB),
                                !invocation.has(Flag.NO_STATUS),
                                !invocation.has(Flag.NO_SUGGESTIONS)),
                        () -> company(context));
        return ExitCode.OK;
    }

    /** The first prompt can be seen: what the first line will need is got ready while it is typed. */
    private static Attendant company(GenericApplicationContext context) {
        Thread thread = new Thread(() -> commands(context), "commands");
        thread.setDaemon(true);
        thread.start();
        return context.getBeanProvider(Attendant.class).getIfAvailable(() -> Attendant.NONE);
    }

    private static void commands(GenericApplicationContext context) {
        try {
            context.getBean(CommandRunner.class);
        } catch (BeansException | IllegalStateException e) {
            // The shell was left before; had the commands been at fault, the first line would say so.
            LoggerFactory.getLogger(Shell.class).debug("the commands were not made ahead", e);
        }
    }

    private static Stop stop(Invocation invocation) {
        if (invocation.has(Flag.STOP_ON_ERROR)) {
            return Stop.ON_ANY;
        }
        return invocation.has(Flag.KEEP_GOING) ? Stop.NEVER : Stop.ON_COMMAND;
    }
}
