package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.PromptThread;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Screen.PromptLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jline.widget.AutosuggestionWidgets;

/**
 * The loop at a terminal: one line reader with the prompt of the pane in front. Ctrl-C never ends it, Ctrl-D closes the pane.
 */
public final class PromptLoop {
    private static final long KEY_MILLIS = 1000;
    private static final int CLOSED = -1;

    private final Router router;
    private final PaneSwitch panes;
    private final Screen screen;
    private final Outlets outlets;
    private final BusyPrompt busy;
    private PromptListener attendant = PromptListener.NONE;

    /**
     * The panes and the router for typed lines.
     *
     * @param busy the prompt's behaviour while a line runs
     */
    public record Prompting(Router router, PaneSwitch panes, BusyPrompt busy) {}

    /**
     * The properties of the terminal.
     *
     * @param dumb whether it can only print
     * @param bar whether there is a status bar
     * @param suggestions whether the rest of an earlier line is shown after its beginning
     */
    public record Manner(boolean dumb, boolean bar, boolean suggestions) {}

    public PromptLoop(Prompting prompting, Screen screen, Outlets outlets) {
        this.router = prompting.router();
        this.panes = prompting.panes();
        this.busy = prompting.busy();
        this.screen = screen;
        this.outlets = outlets;
    }

    /**
     * Reads and runs lines until the lab's pane is closed.
     *
     * @param opening the terminal
     * @param history the history file of the lab's pane; those of the other panes are in the same directory
     * @param company called once the first prompt was shown
     */
    public void run(SystemTerminal opening, Path history, Manner manner, Supplier<PromptListener> company)
            throws IOException {
        try (Terminal terminal = opening.take()) {
            ShellReader reader = reader(terminal);
            boolean dumb = manner.dumb() || terminal.getType().startsWith(Terminal.TYPE_DUMB);
            if (manner.suggestions() && !dumb) {
                new AutosuggestionWidgets(reader).enable();
            }
            if (manner.bar() && !dumb) {
                reader.bar().enable();
            }
            reader.whenShown(() -> {
                attendant = company.get();
                attendant.begun(reader.bar());
            });
            PaneHistories memories = new PaneHistories(reader, history);
            Prompts prompts = new Prompts(panes, screen, memories::recall);
            new PaneKeys(reader, panes, prompts).bind();
            outlets.sink().to(new ReaderSink(reader));
            outlets.asker().to(question -> asked(reader, question));
            busy.at(terminal, reader);
            outlets.asker()
                    .linesTo(new TypedAnswers(
                            terminal, router, screen, outlets.whole().waiting()));
            screen.listen(new SessionLog(history.resolveSibling("session.log"), text -> screen.remark("", text)));
            screen.width(terminal::getWidth);
            terminal.handle(Terminal.Signal.INT, signal -> interrupted(reader));
            terminal.handle(Terminal.Signal.WINCH, signal -> resized(reader));
            if (dumb) {
                Signals.register("INT", router::cancel);
            }
            outlets.whole()
                    .lend(
                            terminal,
                            () -> reader.bar().away(true),
                            () -> reader.bar().away(false));
            outlets.whole().pseudoTerminals(busy::pseudoTerminal);
            try (TerminationSignal termination = TerminationSignal.removing(reader.bar())) {
                turns(reader, prompts);
            }
        }
    }

    private void turns(ShellReader reader, Prompts prompts) {
        boolean goOn = true;
        while (goOn) {
            goOn = turn(reader, prompts);
            attendant.turned();
        }
        attendant.ended();
        reader.bar().hide();
    }

    /** Clears the {@code ^C} that the terminal has written at the beginning of the next line of output. */
    private void interrupted(ShellReader reader) {
        reader.bar().clearLine();
        router.cancel();
    }

    /** Handles a new window size while a command runs; while a line is typed, the reader handles it first. */
    private static void resized(ShellReader reader) {
        reader.bar().resizing();
        reader.bar().resized();
    }

    private boolean turn(ShellReader reader, Prompts prompts) {
        Pane front = panes.front();
        screen.beforePrompt(front.margin(), front.prompt());
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, prompts.following());
        try {
            String buffer = read(reader, prompts);
            return buffer.isBlank() || take(panes.front(), buffer);
        } catch (UserInterruptException e) {
            panes.front().giveUp();
            if (e.getPartialLine().isBlank()) {
                panes.front().cancel();
            }
            return true;
        } catch (EndOfFileException e) {
            return farewell(reader.getTerminal(), panes.front());
        }
    }

    private static String read(ShellReader reader, Prompts prompts) {
        reader.bar().typing(true);
        try {
            return reader.readLine(prompts.first());
        } finally {
            reader.bar().typing(false);
        }
    }

    private boolean take(Pane pane, String buffer) {
        attendant.runs(pane, buffer);
        Pane.Outcome outcome = router.run(buffer, false);
        if (outcome.blocked()) {
            other(pane);
        }
        return !outcome.leaves() || pane.kind() != Pane.Kind.LAB;
    }

    /** Goes to another pane when a statement waits for another session, which the person has to end there. */
    private void other(Pane blocked) {
        if (panes.front() == blocked) {
            panes.aside();
        }
    }

    /** Prints the prompt again with the line that Ctrl-D stands for, because the reader has left the prompt's line empty. */
    private boolean farewell(Terminal terminal, Pane pane) {
        terminal.puts(InfoCmp.Capability.cursor_up);
        screen.typed(List.of(new PromptLine(pane.margin(), pane.prompt(), pane.farewell())));
        panes.leave();
        return pane.kind() != Pane.Kind.LAB;
    }

    /** Asks a question; also for a statement's thread. */
    private boolean asked(ShellReader reader, String question) {
        PromptThread waiting = outlets.whole().waiting();
        return waiting.reachable() ? waiting.call(() -> ask(reader, question)) : ask(reader, question);
    }

    /** Asks a question that one key answers; Ctrl-C means no. */
    private static boolean ask(ShellReader reader, String question) {
        Terminal terminal = reader.getTerminal();
        Attributes before = terminal.enterRawMode();
        try {
            reader.bar().print(question + " (y/n) ");
            int key = 0;
            while (key != 'y' && key != 'n' && key != CLOSED) {
                key = Character.toLowerCase(terminal.reader().read(KEY_MILLIS));
            }
            reader.bar().print((key == 'y' ? "y" : "n") + "\n");
            return key == 'y';
        } catch (IOException e) {
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private ShellReader reader(Terminal terminal) throws IOException {
        ShellReader reader = new ShellReader(terminal);
        reader.setParser(
                new PaneParser(router, panes, anew -> reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, anew)));
        reader.setCompleter(new PaneCompleter(panes));
        if (screen.palette() != Palette.PLAIN) {
            reader.setHighlighter(new PaneHighlighter(panes));
        }
        reader.setVariable(LineReader.HISTORY_SIZE, 5000);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, false);
        reader.option(LineReader.Option.BRACKETED_PASTE, true);
        reader.option(LineReader.Option.INSERT_TAB, false);
        return reader;
    }
}
