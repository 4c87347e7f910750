package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Screen.PromptLine;
import dev.pgduo.shell.screen.WholeTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;

/** The loop at a terminal: one line reader whose prompt is the pane in front. Ctrl-C never ends it, Ctrl-D leaves the pane. */
public final class PromptLoop {
    private final Router router;
    private final PaneSwitch panes;
    private final Screen screen;
    private final RelaySink sink;
    private final WholeTerminal whole;

    public PromptLoop(Router router, PaneSwitch panes, Screen screen, RelaySink sink, WholeTerminal whole) {
        this.router = router;
        this.panes = panes;
        this.screen = screen;
        this.sink = sink;
        this.whole = whole;
    }

    /**
     * Reads and runs until the lab's pane is left.
     *
     * @param history where the lines are remembered; readable by the user only
     * @param dumb whether the terminal can do nothing but print
     */
    public void run(Path history, boolean dumb) throws IOException {
        try (Terminal terminal = terminal(dumb)) {
            LineReaderImpl reader = reader(terminal, history);
            Prompts prompts = new Prompts(panes, screen.palette());
            new PaneKeys(reader, panes, prompts).bind();
            sink.to(new ReaderSink(reader));
            terminal.handle(Terminal.Signal.INT, signal -> interrupted(terminal));
            if (dumb || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                Signals.register("INT", router::cancel);
            }
            whole.lend(terminal, () -> {}, () -> {});
            boolean goOn = true;
            while (goOn) {
                goOn = turn(reader, prompts);
            }
        }
    }

    /** The terminal has written {@code ^C} where the next line of output begins. */
    private void interrupted(Terminal terminal) {
        terminal.puts(InfoCmp.Capability.carriage_return);
        terminal.puts(InfoCmp.Capability.clr_eol);
        terminal.flush();
        router.cancel();
    }

    private boolean turn(LineReaderImpl reader, Prompts prompts) {
        Pane front = panes.front();
        screen.beforePrompt(front.margin(), front.prompt());
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, prompts.following());
        try {
            String buffer = reader.readLine(prompts.first());
            return buffer.isBlank() || take(panes.front(), buffer);
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isBlank()) {
                panes.front().cancel();
            }
            return true;
        } catch (EndOfFileException e) {
            return farewell(reader.getTerminal(), panes.front());
        }
    }

    private boolean take(Pane pane, String buffer) {
        Pane.Outcome outcome = router.run(buffer, false);
        return !outcome.leaves() || pane.kind() != Pane.Kind.LAB;
    }

    /** The reader has left the prompt's line empty behind it: it is written again, with what Ctrl-D stands for. */
    private boolean farewell(Terminal terminal, Pane pane) {
        terminal.puts(InfoCmp.Capability.cursor_up);
        screen.typed(List.of(new PromptLine(pane.margin(), pane.prompt(), pane.farewell())));
        panes.leave();
        return pane.kind() != Pane.Kind.LAB;
    }

    private static Terminal terminal(boolean dumb) throws IOException {
        TerminalBuilder builder = TerminalBuilder.builder()
                .name("pgduo")
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN);
        return dumb
                ? builder.system(true).dumb(true).type("dumb").build()
                : builder.system(true).build();
    }

    private LineReaderImpl reader(Terminal terminal, Path history) throws IOException {
        LineReaderImpl reader = new LineReaderImpl(terminal, "pgduo");
        reader.setParser(
                new PaneParser(router, panes, anew -> reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, anew)));
        reader.setCompleter(new PaneCompleter(panes));
        reader.setVariable(LineReader.HISTORY_FILE, history);
        reader.setVariable(LineReader.HISTORY_SIZE, 5000);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, false);
        reader.option(LineReader.Option.BRACKETED_PASTE, true);
        reader.option(LineReader.Option.INSERT_TAB, false);
        return reader;
    }
}
