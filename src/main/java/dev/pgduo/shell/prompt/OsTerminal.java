package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.PseudoTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jspecify.annotations.Nullable;

/** A pseudo-terminal of the operating system for the lines of an OS prompt. */
final class OsTerminal implements PseudoTerminal {
    private final JniNativePty pty;
    private final Supplier<Prompting> prompt;
    private volatile UnaryOperator<String> names = UnaryOperator.identity();
    private volatile @Nullable Listener last;

    private OsTerminal(JniNativePty pty, Supplier<Prompting> prompt) {
        this.pty = pty;
        this.prompt = prompt;
    }

    /** The person's terminal and its line reader. */
    record Prompting(Terminal terminal, ShellReader reader) {}

    /** Opens a new one; empty where the system provides none. */
    static Optional<PseudoTerminal> open(Supplier<Prompting> prompt) {
        Terminal terminal = prompt.get().terminal();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return Optional.empty();
        }
        try {
            return new JniTerminalProvider().open(terminal.getAttributes(), terminal.getSize())
                            instanceof JniNativePty pty
                    ? Optional.of(new OsTerminal(pty, prompt))
                    : Optional.empty();
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public Path device() {
        return Path.of(pty.getName());
    }

    @Override
    public InputStream output() {
        return pty.getMasterInput();
    }

    @Override
    public Lent lend(UnaryOperator<String> shown, Listener listener) {
        names = shown;
        last = listener;
        return new LentTerminal(pty, prompt.get(), shown, listener);
    }

    @Override
    public void late(String text) {
        String plain = ShownOutput.plain(text);
        Listener listener = last;
        if (listener != null && !plain.isEmpty()) {
            prompt.get().reader().printLines(names.apply(plain) + "\n");
            listener.line(plain);
        }
    }

    @Override
    public void close() {
        try {
            pty.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close a terminal", e);
        }
    }
}
