package dev.pgduo.shell.prompt;

import dev.pgduo.cluster.process.PseudoTerminal;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.jni.JniNativePty;

/**
 * Connects the person's terminal with the pseudo-terminal of a line at an OS prompt while the line runs: keys and size are
 * passed on.
 */
final class LentTerminal implements PseudoTerminal.Lent {
    private final JniNativePty pty;
    private final Terminal terminal;
    private final ShellReader reader;
    private final PseudoTerminal.Listener listener;
    private final ShownOutput screen;
    private final PassedKeys keys;
    private final Attributes before;
    private final Terminal.SignalHandler resized;
    private volatile boolean whole;

    LentTerminal(
            JniNativePty pty,
            OsTerminal.Prompting prompt,
            UnaryOperator<String> names,
            PseudoTerminal.Listener listener) {
        this.pty = pty;
        this.terminal = prompt.terminal();
        this.reader = prompt.reader();
        this.listener = listener;
        this.screen = new ShownOutput(new Bar(), names, listener);
        this.keys = new PassedKeys(terminal, pty.getMasterOutput(), screen::idle);
        this.before = terminal.getAttributes();
        reader.bar().lent(true);
        terminal.setAttributes(raw(before));
        Terminal.SignalHandler earlier = terminal.handle(Terminal.Signal.WINCH, Terminal.SignalHandler.SIG_IGN);
        this.resized = earlier;
        terminal.handle(Terminal.Signal.WINCH, signal -> {
            earlier.handle(signal);
            resize();
        });
        if (listener.draws()) {
            takeAll();
        }
        resize();
        keys.begin();
    }

    /**
     * Terminal attributes with which all keys are passed on, and output is not changed, as the pseudo-terminal has processed
     * it.
     */
    private static Attributes raw(Attributes usual) {
        Attributes raw = new Attributes(usual);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
        raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }

    /** Writes to the terminal: text scrolls above the status bar, and a program that draws gets the whole screen. */
    private final class Bar implements ShownOutput.Writing {
        @Override
        public void write(byte[] bytes, int from, int length) {
            reader.bar().write(bytes, from, length);
        }

        @Override
        public void drawing() {
            if (!whole) {
                takeAll();
                resize();
            }
        }
    }

    private void takeAll() {
        whole = true;
        reader.bar().away(true);
    }

    private void resize() {
        Size size = terminal.getSize();
        int bar = whole ? 0 : reader.bar().rows();
        try {
            pty.setSize(new Size(size.getColumns(), Math.max(1, size.getRows() - bar)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not set a terminal's size", e);
        }
    }

    @Override
    public OutputStream screen() {
        return screen;
    }

    @Override
    public void close() {
        int pressed = keys.end();
        terminal.handle(Terminal.Signal.WINCH, resized);
        terminal.setAttributes(before);
        if (whole) {
            reader.bar().away(false);
        }
        reader.bar().lent(false);
        String ahead = pressed > 0 ? (unread() + keys.left()).replace('\n', '\r') : "";
        reader.typedAhead(ahead);
        listener.unread(ahead);
        if (pressed > ahead.length()) {
            listener.dialogue();
        }
    }

    /**
     * Reads what was typed and no program has read; a read also returns text that has just arrived, unlike a query for the
     * available number.
     */
    private String unread() {
        try {
            Attributes usual = pty.getAttr();
            Attributes byKey = new Attributes(usual);
            byKey.setLocalFlag(LocalFlag.ICANON, false);
            byKey.setControlChar(ControlChar.VMIN, 0);
            byKey.setControlChar(ControlChar.VTIME, 0);
            pty.setAttr(byKey);
            InputStream typed = new FileInputStream(pty.getSlaveFD());
            ByteArrayOutputStream left = new ByteArrayOutputStream();
            byte[] some = new byte[4096];
            for (int length = typed.read(some); length > 0; length = typed.read(some)) {
                left.write(some, 0, length);
            }
            pty.setAttr(usual);
            return left.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
