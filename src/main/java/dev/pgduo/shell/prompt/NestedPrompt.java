package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.TerminalGoneException;
import dev.pgduo.shell.screen.TextSink;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The prompts within a presentation or a lesson, until the person returns to it. */
public final class NestedPrompt {
    private final Router router;
    private final PaneSwitch panes;
    private final BusyPrompt busy;
    private final Screen screen;
    private final Outlets outlets;
    private final UnaryOperator<String> names;
    private final Watch.Maker watch;

    /** The beginning of a statement that was typed before a line for the guide; the person continues with it. */
    private String begun = "";

    /** @param names replaces the lab's real names by the shown ones */
    public NestedPrompt(
            PromptLoop.Prompting prompting,
            Screen screen,
            Outlets outlets,
            UnaryOperator<String> names,
            Watch.Maker watch) {
        this.names = names;
        this.router = prompting.router();
        this.panes = prompting.panes();
        this.busy = prompting.busy();
        this.screen = screen;
        this.outlets = outlets;
        this.watch = watch;
    }

    /** Updates the status bar under the prompt. */
    public interface Watch extends AutoCloseable {
        /** A line is about to be run in this pane. */
        void runs(Pane pane);

        /** A line has been run. */
        void turned();

        @Override
        void close();

        /** Starts a watch. */
        interface Maker {
            Watch at(TerminalBar bar);
        }
    }

    /** The panes. */
    public PaneSwitch panes() {
        return panes;
    }

    /** Reads and runs lines until the person types {@code \present}, presses Ctrl-D, or leaves the lab's pane. */
    public void run(Terminal terminal) {
        run(terminal, Guide.BACK);
    }

    /** Reads and runs lines until the guide ends the prompts, or allows the person to leave. */
    public void run(Terminal terminal, Guide guide) {
        ShellReader reader = reader(terminal);
        TerminalBar bar = reader.bar();
        bar.enable();
        Prompts prompts = new Prompts(panes, screen, pane -> {});
        new PaneKeys(reader, panes, prompts).bind();
        TextSink before = outlets.sink().to(new ReaderSink(reader));
        Runnable terminals = outlets.whole().lendAgain(terminal, () -> bar.away(true), () -> bar.away(false));
        Asker.Lines typist = outlets.asker()
                .linesTo(new TypedAnswers(
                        terminal, router, screen, outlets.whole().waiting()));
        // The outer prompt's colours for roles are those of another lab.
        UnaryOperator<String> painter = screen.gutter(UnaryOperator.identity());
        UnaryOperator<String> outer = screen.names(names);
        Runnable keys = busy.at(terminal, reader);
        Terminal.SignalHandler interrupt = terminal.handle(Terminal.Signal.INT, signal -> router.cancel());
        try (TerminationSignal termination = TerminationSignal.removing(bar);
                Watch watched = watch.at(bar)) {
            guide.begins(bar);
            boolean goOn = true;
            while (goOn) {
                goOn = turn(reader, prompts, watched, guide);
                watched.turned();
            }
        } finally {
            guide.ended();
            bar.above(width -> List.of());
            bar.hide();
            terminals.run();
            terminal.handle(Terminal.Signal.INT, interrupt);
            screen.gutter(painter);
            screen.names(outer);
            keys.run();
            outlets.asker().linesTo(typist);
            outlets.sink().to(before);
        }
    }

    private boolean turn(ShellReader reader, Prompts prompts, Watch watched, Guide guide) {
        screen.beforePrompt(panes.front().margin(), panes.front().prompt());
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, prompts.following());
        try {
            String buffer = read(reader, prompts);
            int last = lastLine(buffer);
            Guide.Answer answer = guide.typed(buffer.substring(last).strip(), panes.front());
            begun = answer == Guide.Answer.DONE ? buffer.substring(0, last) : "";
            return answer == Guide.Answer.NOTHING ? run(buffer, watched, guide) : answer == Guide.Answer.DONE;
        } catch (UserInterruptException e) {
            begun = "";
            panes.front().giveUp();
            panes.front().cancel();
            return true;
        } catch (EndOfFileException e) {
            return !guide.leaves();
        }
    }

    /** The offset of a backslash command in the last line of an incomplete statement; 0 when there is none. */
    private int lastLine(String buffer) {
        int last = buffer.lastIndexOf('\n') + 1;
        boolean command = panes.front().kind() == Pane.Kind.SQL
                && buffer.substring(last).stripLeading().startsWith("\\");
        return command ? last : 0;
    }

    private boolean run(String buffer, Watch watched, Guide guide) {
        if (buffer.isBlank()) {
            return true;
        }
        Pane front = panes.front();
        watched.runs(front);
        boolean left = router.run(buffer, false).leaves() && front.kind() == Pane.Kind.LAB;
        guide.ran();
        return !left || !guide.leaves();
    }

    private String read(ShellReader reader, Prompts prompts) {
        reader.bar().typing(true);
        try {
            return reader.readLine(prompts.first(), null, (Character) null, begun);
        } finally {
            reader.bar().typing(false);
        }
    }

    private ShellReader reader(Terminal terminal) {
        try {
            ShellReader reader = new ShellReader(terminal);
            reader.setParser(
                    new PaneParser(router, panes, anew -> reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, anew)));
            reader.setCompleter(new PaneCompleter(panes));
            reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
            reader.option(LineReader.Option.BRACKETED_PASTE, true);
            reader.option(LineReader.Option.INSERT_TAB, false);
            return reader;
        } catch (IOException e) {
            throw new TerminalGoneException(e);
        }
    }
}
