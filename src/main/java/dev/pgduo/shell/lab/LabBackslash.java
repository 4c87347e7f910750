package dev.pgduo.shell.lab;

import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.PersonTerminal;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lab's commands behind a backslash, for an SQL session; runs on the session's thread. psql's own commands take precedence.
 */
public final class LabBackslash implements BackslashCommands {
    /** Names of psql's commands that this implementation may not have yet. */
    private static final Set<String> OF_PSQL = Set.of("help", "h", "copy", "reset", "restrict", "password");

    private final Supplier<LabContext> context;
    private final Interruption interruption = new Interruption();
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param context the present context for commands */
    public LabBackslash(Supplier<LabContext> context) {
        this.context = context;
    }

    @Override
    public SessionHost.Answer run(String name, String arguments, SessionOutput output) {
        LabContext call = context.get();
        if (knows(name)) {
            return execute((name + " " + arguments).strip(), call.to(new PrintWriter(new Out(output), false)));
        }
        if (!call.audience().typing()) {
            return SessionHost.Answer.NOT_MINE;
        }
        output.err("invalid command \\" + name + "\nTry \\? for help.\n");
        return SessionHost.Answer.FAILED;
    }

    @Override
    public boolean knows(String name) {
        CommandCatalog catalog = context.get().commands().catalog();
        return !OF_PSQL.contains(name)
                && (catalog.find(name).isPresent() || !catalog.under(name).isEmpty());
    }

    /** Asks the person; a script gets no answer, because the person who runs it would not know the question. */
    @Override
    public @Nullable String ask(String prompt, boolean secret) throws IOException {
        Audience audience = context.get().audience();
        if (!audience.typing()) {
            return null;
        }
        asked.set(true);
        return audience.asker().lines().ask(prompt, secret);
    }

    @Override
    public boolean takeAsked() {
        return asked.getAndSet(false);
    }

    private SessionHost.Answer execute(String line, LabContext call) {
        interruption.begin();
        try {
            int code = call.run(line);
            return code == ExitCode.OK ? SessionHost.Answer.HANDLED : SessionHost.Answer.FAILED;
        } finally {
            interruption.end();
        }
    }

    @Override
    public PersonTerminal terminal() {
        Audience audience = context.get().audience();
        return audience.typing() ? new PaneTerminal(audience.terminal()) : PersonTerminal.NONE;
    }

    @Override
    public boolean running() {
        return interruption.running();
    }

    @Override
    public boolean cancel() {
        return interruption.interrupt();
    }

    /** Writes a command's output as the session's. */
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
