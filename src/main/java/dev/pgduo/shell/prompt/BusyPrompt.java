package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.shell.screen.PromptThread;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The prompt while a statement runs on its session's thread: the statement can use the terminal, and some keys leave the
 * statement. For the prompt's thread.
 */
public final class BusyPrompt {
    private final PromptThread thread;
    private @Nullable RunningKeys keys;
    private OsTerminal.@Nullable Prompting prompting;

    /** @param thread the prompt's thread, on which the statement's thread can have work done */
    public BusyPrompt(PromptThread thread) {
        this.thread = thread;
    }

    /** Reads keys from this terminal from now on; the returned action restores the former terminal. */
    Runnable at(Terminal terminal, ShellReader reader) {
        RunningKeys before = keys;
        OsTerminal.Prompting outer = prompting;
        keys = new RunningKeys(terminal, reader);
        prompting = new OsTerminal.Prompting(terminal, reader);
        return () -> {
            keys = before;
            prompting = outer;
        };
    }

    /** A pseudo-terminal for the lines of an OS prompt, connected to the terminal whose keys are read when the line runs. */
    Optional<PseudoTerminal> pseudoTerminal() {
        return prompting == null ? Optional.empty() : OsTerminal.open(() -> Objects.requireNonNull(prompting));
    }

    /** Begins the wait for a statement. */
    public void begin() {
        thread.begin();
    }

    /** Does work for the statement's thread; returns the session to go to, 0 for the lab, if a key for that was pressed. */
    public OptionalInt look() {
        RunningKeys now = keys;
        if (now == null) {
            thread.serve();
            return OptionalInt.empty();
        }
        if (thread.asked()) {
            now.pause();
            thread.serve();
        }
        now.begin();
        return now.altDigit();
    }

    /** Keeps the key for this session for the next prompt. */
    public void later(int session) {
        if (keys != null) {
            keys.later(session);
        }
    }

    /** Ends the wait, because the statement has ended or the person has left it. */
    public void end() {
        thread.end();
        if (keys != null) {
            keys.end();
        }
    }
}
