package dev.pgduo.shell.pane;

import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The lab's commands behind a backslash, for an SQL session; runs on the session's thread. psql's own names win. */
public final class LabBackslash implements BackslashCommands {
    /** Names of psql that mean something there, though this psql may not have them yet. */
    private static final Set<String> OF_PSQL = Set.of("help", "h", "copy", "reset", "restrict", "password");

    private final Supplier<CommandCatalog> catalog;
    private final Supplier<CommandRunner> runner;
    private final BooleanSupplier interactive;
    private final Interruption interruption = new Interruption();

    /**
     * The commands of a catalog.
     *
     * @param interactive whether a person types, who is told where to find help
     */
    public LabBackslash(Supplier<CommandCatalog> catalog, Supplier<CommandRunner> runner, BooleanSupplier interactive) {
        this.catalog = catalog;
        this.runner = runner;
        this.interactive = interactive;
    }

    @Override
    public SessionHost.Answer run(String name, String arguments, SessionOutput output) {
        boolean known = !OF_PSQL.contains(name)
                && (catalog.get().find(name).isPresent()
                        || !catalog.get().under(name).isEmpty());
        if (known) {
            return execute((name + " " + arguments).strip(), output);
        }
        if (!interactive.getAsBoolean()) {
            return SessionHost.Answer.NOT_MINE;
        }
        output.err("invalid command \\" + name + "\nTry \\? for help.\n");
        return SessionHost.Answer.FAILED;
    }

    private SessionHost.Answer execute(String line, SessionOutput output) {
        interruption.begin();
        try {
            int code = runner.get().run(line, new PrintWriter(new Out(output), false));
            return code == ExitCode.OK ? SessionHost.Answer.HANDLED : SessionHost.Answer.FAILED;
        } finally {
            interruption.end();
        }
    }

    /** Stops the command that is running, if one is. Any thread. */
    boolean cancel() {
        return interruption.interrupt();
    }

    /** A command's output as a session's. */
    private static final class Out extends Writer {
        private final SessionOutput output;

        Out(SessionOutput output) {
            this.output = output;
        }

        @Override
        public void write(char[] text, int from, int length) {
            output.out(new String(text, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
