package dev.pgduo.shell.screen;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The terminal for commands that use all of it, such as an editor. The prompt lends its own; without a prompt one is opened.
 * Used by the prompt's thread, or by the one that it waits for; a command on another thread is refused.
 */
public final class WholeTerminal {
    /** The number of lines that the status bar may have. */
    private static final int BAR = 2;

    private final boolean interactive;
    private final PromptThread waiting = new PromptThread();
    private volatile @Nullable Lent lent;
    private volatile Supplier<Optional<PseudoTerminal>> others = Optional::empty;
    private int depth;

    /** @param interactive whether both standard streams are a terminal */
    public WholeTerminal(boolean interactive) {
        this.interactive = interactive;
    }

    /** The prompt's thread, on which another thread can use the terminal. */
    public PromptThread waiting() {
        return waiting;
    }

    private record Lent(Terminal terminal, Thread thread, Runnable before, Runnable after) {}

    /**
     * From now on commands on this thread can use the prompt's terminal.
     *
     * @param before run before a command, as to hide a status bar
     * @param after run after a command
     */
    public void lend(Terminal terminal, Runnable before, Runnable after) {
        lent = new Lent(terminal, Thread.currentThread(), before, after);
    }

    /** A nested prompt uses the terminal from now on; the returned action gives it back to the outer one. */
    public Runnable lendAgain(Terminal terminal, Runnable before, Runnable after) {
        Lent outer = lent;
        int uses = depth;
        lend(terminal, before, after);
        depth = 0;
        return () -> {
            lent = outer;
            depth = uses;
        };
    }

    /** Sets the source of pseudo-terminals on which programs are run at the prompt. */
    public void pseudoTerminals(Supplier<Optional<PseudoTerminal>> source) {
        others = source;
    }

    /** A new pseudo-terminal on which programs can be run at the prompt; empty where there is none. */
    public Optional<PseudoTerminal> pseudoTerminal() {
        return interactive && lent != null ? others.get() : Optional.empty();
    }

    /** The prompt has ended. */
    public void takeBack() {
        lent = null;
    }

    /**
     * Runs a command that needs the whole terminal; keys go to the command, and Ctrl-C does not interrupt it.
     *
     * @param what the command, for the error when there is no terminal
     * @param hint the HINT of that error: what works without a terminal
     */
    public <T> T use(String what, String hint, Function<Terminal, T> work) {
        if (!interactive) {
            throw new LabException(ErrorReport.error("\"" + what + "\" needs a terminal")
                    .detail("The input or the output is a file or a pipe.")
                    .hint(hint));
        }
        Lent prompt = lent;
        if (prompt == null) {
            return opened(what, hint, work);
        }
        if (waiting.reachable()) {
            return waiting.call(() -> use(what, hint, work));
        }
        if (prompt.thread() != Thread.currentThread()) {
            throw LabException.of("\"" + what + "\" works at the lab's prompt only", "Go there with Alt-0 or \\q.");
        }
        boolean outermost = depth++ == 0;
        if (outermost) {
            prompt.before().run();
        }
        try {
            return quiet(prompt.terminal(), what, hint, work);
        } finally {
            depth--;
            if (outermost) {
                prompt.after().run();
            }
        }
    }

    /**
     * Keys are not shown from now on, as what is drawn again in one place would be drawn in another one after an Enter. The returned
     * action shows them again.
     */
    public Runnable silent() {
        Lent prompt = lent;
        if (prompt == null) {
            return () -> {};
        }
        Terminal terminal = prompt.terminal();
        Attributes before = terminal.getAttributes();
        Attributes silent = new Attributes(before);
        silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        terminal.setAttributes(silent);
        return () -> terminal.setAttributes(before);
    }

    /** The width in display columns; 0 when no terminal is open. */
    public int columns() {
        Lent prompt = lent;
        return prompt == null ? 0 : prompt.terminal().getWidth();
    }

    /** The number of lines beside the status bar; 0 when the current thread cannot use the terminal, or it can only print. */
    public int rows() {
        Lent prompt = lent;
        if (prompt == null || prompt.terminal().getType().startsWith(Terminal.TYPE_DUMB)) {
            return 0;
        }
        boolean here = prompt.thread() == Thread.currentThread();
        return here || waiting.reachable() ? Math.max(0, prompt.terminal().getHeight() - BAR) : 0;
    }

    private <T> T opened(String what, String hint, Function<Terminal, T> work) {
        TerminalLibrary.place();
        try (Terminal terminal = TerminalBuilder.builder()
                .name("pgduo")
                .system(true)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build()) {
            lend(terminal, () -> {}, () -> {});
            return quiet(terminal, what, hint, work);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not open the terminal: " + e.getMessage()), e);
        } finally {
            takeBack();
        }
    }

    private static <T> T quiet(Terminal terminal, String what, String hint, Function<Terminal, T> work) {
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            throw new LabException(ErrorReport.error("\"" + what + "\" needs a terminal that can move its cursor")
                    .detail("TERM is \"" + terminal.getType() + "\".")
                    .hint(hint));
        }
        Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
        try {
            return work.apply(terminal);
        } finally {
            terminal.handle(Terminal.Signal.INT, interrupt);
        }
    }
}
