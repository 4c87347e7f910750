package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** The prompts in the middle of something else that has the terminal, until the person goes back to it. */
public final class RoamLoop {
    private static final List<String> BACK = List.of("\\present", "present", "continue", "\\continue");

    private final Router router;
    private final PaneSwitch panes;
    private final Screen screen;
    private final RelaySink sink;

    public RoamLoop(Router router, PaneSwitch panes, Screen screen, RelaySink sink) {
        this.router = router;
        this.panes = panes;
        this.screen = screen;
        this.sink = sink;
    }

    /** Which panes there are. */
    public PaneSwitch panes() {
        return panes;
    }

    /** Reads and runs until the person types {@code \present}, or Ctrl-D, or leaves the lab's pane. */
    public void run(Terminal terminal) {
        LineReaderImpl reader = reader(terminal);
        Sink before = sink.to(new Above(reader));
        Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, signal -> router.cancel());
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = turn(reader);
            }
        } finally {
            terminal.handle(Terminal.Signal.INT, interrupt);
            sink.to(before);
        }
    }

    private boolean turn(LineReaderImpl reader) {
        Pane front = panes.front();
        screen.beforePrompt(front.margin(), front.prompt());
        Palette palette = screen.palette();
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, front.margin() + palette.prompt("%M"));
        try {
            String buffer = reader.readLine(front.margin() + palette.prompt(front.prompt()));
            if (BACK.contains(buffer.strip())) {
                return false;
            }
            return buffer.isBlank() || !router.run(buffer, false).leaves() || front.kind() != Pane.Kind.LAB;
        } catch (UserInterruptException e) {
            front.cancel();
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
    }

    private LineReaderImpl reader(Terminal terminal) {
        try {
            LineReaderImpl reader = new LineReaderImpl(terminal, "pgduo");
            reader.setParser(
                    new PaneParser(router, panes, anew -> reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, anew)));
            reader.setCompleter(new PaneCompleter(panes));
            reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
            reader.option(LineReader.Option.BRACKETED_PASTE, true);
            reader.option(LineReader.Option.INSERT_TAB, false);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read from the terminal", e);
        }
    }

    /** Above the line that is being typed, when one is. */
    private record Above(LineReader reader) implements Sink {
        @Override
        public void print(String lines) {
            if (reader.isReading()) {
                reader.printAbove(lines);
            } else {
                reader.getTerminal().writer().print(lines);
                reader.getTerminal().flush();
            }
        }
    }
}
