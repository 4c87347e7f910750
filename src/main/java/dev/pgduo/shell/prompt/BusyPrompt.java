package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.shell.screen.PromptThread;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The prompt while a statement runs on its session's thread: the terminal can be had by the statement, and some keys leave it.
 * For the prompt's thread.
 */
public final class BusyPrompt {
    private final PromptThread thread;
    private @Nullable RunningKeys keys;
    private OsTerminal.@Nullable Prompting prompting;

    /** @param thread what the statement's thread may call */
    public BusyPrompt(PromptThread thread) {
        this.thread = thread;
    }

    /** Reads keys from this terminal from now on; the returned action restores the state before. */
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

    /** A terminal for the lines of an OS prompt, typed wherever keys are pressed when such a line runs. */
    Optional<PseudoTerminal> pseudoTerminal() {
        return prompting == null ? Optional.empty() : OsTerminal.open(() -> Objects.requireNonNull(prompting));
    }

    /** Begins to wait for a statement. */
    public void begin() {
        thread.begin();
    }

    /** Does what the statement's thread asks for; returns the session to go to, 0 for the lab, when a key for that was pressed. */
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

    /** Has the key that led to this session pressed at the next prompt. */
    public void later(int session) {
        if (keys != null) {
            keys.later(session);
        }
    }

    /** Ends the wait, as the statement has ended or the person leaves it. */
    public void end() {
        thread.end();
        if (keys != null) {
            keys.end();
        }
    }
}
