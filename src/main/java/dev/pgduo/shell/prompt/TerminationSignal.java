package dev.pgduo.shell.prompt;

import dev.pgduo.shell.command.ExitCode;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Removes a status bar from the terminal when SIGTERM ends the program; otherwise the bar's rows would not scroll any more for
 * the programs after it.
 */
final class TerminationSignal implements AutoCloseable {
    private static final String NAME = "TERM";

    /** The longest time for the removal, in milliseconds: a stopped terminal takes no output. */
    private static final long LONGEST = 500;

    private final @Nullable Object before;

    private TerminationSignal(@Nullable Object before) {
        this.before = before;
    }

    /** Removes this bar at SIGTERM until the returned object is closed; then the signal is handled as before. */
    static TerminationSignal removing(TerminalBar bar) {
        return new TerminationSignal(Signals.register(NAME, () -> end(bar)));
    }

    private static void end(TerminalBar bar) {
        Thread thread = new Thread(bar::end, "end-bar");
        thread.setDaemon(true);
        thread.start();
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(ExitCode.TERMINATED);
    }

    @Override
    public void close() {
        Signals.unregister(NAME, before);
    }
}
