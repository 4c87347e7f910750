package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.TerminalLibrary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/** Opens the terminal on which this process was started, without starting other programs where possible. */
public final class SystemTerminal {
    private final FutureTask<Terminal> task;

    private SystemTerminal(FutureTask<Terminal> task) {
        this.task = task;
    }

    /**
     * Begins to open it on another thread, because that takes a third of the time until the first prompt.
     *
     * @param dumb whether the terminal can only print
     */
    public static SystemTerminal opening(boolean dumb) {
        FutureTask<Terminal> task = new FutureTask<>(() -> open(dumb));
        Thread thread = new Thread(task, "terminal");
        thread.setDaemon(true);
        thread.start();
        return new SystemTerminal(task);
    }

    /** The open terminal, which the caller has to close; waits until it is open. */
    public Terminal take() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the terminal was opened");
        } catch (ExecutionException e) {
            throw new IOException("could not open the terminal", e.getCause());
        }
    }

    private static Terminal open(boolean dumb) throws IOException {
        TerminalLibrary.place();
        if (dumb) {
            return builder().dumb(true).type("dumb").build();
        }
        takeKnownCapabilities(System.getenv("TERM"));
        try {
            return builder().exec(false).dumb(false).build();
        } catch (IOException | IllegalStateException e) {
            // JLine's native library cannot be used here; JLine then runs stty and similar programs.
            return builder().build();
        }
    }

    /** Uses JLine's built-in capabilities for a common terminal, so that infocmp is not run. */
    private static void takeKnownCapabilities(@Nullable String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .name("pgduo")
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .system(true);
    }
}
