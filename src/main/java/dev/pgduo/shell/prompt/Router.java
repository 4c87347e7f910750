package dev.pgduo.shell.prompt;

import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Screen.PromptLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes a complete buffer to its pane: {@code |} goes to the other session, {@code | text} sends the text there. */
public final class Router {
    private final PaneSwitch panes;
    private final Screen screen;
    private volatile @Nullable Pane running;

    public Router(PaneSwitch panes, Screen screen) {
        this.panes = panes;
        this.screen = screen;
    }

    /** Whether {@code buffer} can be run in the pane in front. */
    public boolean complete(String buffer) {
        boolean leads = bar(buffer)
                && (panes.front().kind() != Pane.Kind.SQL || buffer.strip().length() == 1);
        return leads || panes.front().complete(buffer);
    }

    /** Whether a complete buffer is shown again when it is run, so that the terminal's echo of it has to be removed. */
    public boolean replaced(String buffer) {
        return bar(buffer) || several(buffer);
    }

    private boolean several(String buffer) {
        return panes.front().statements(buffer).size() > 1;
    }

    /** The prompt, without margin, for the line after an incomplete {@code buffer}. */
    public String continuationPrompt(String buffer) {
        return panes.front().continuationPrompt(bar(buffer) ? afterBar(buffer) : buffer);
    }

    /**
     * Runs a complete buffer. The bar at its beginning is no part of a lab file, and is not shown.
     *
     * @param echo whether the screen has to show the typed text, because no terminal has
     */
    public Pane.Outcome run(String buffer, boolean echo) {
        Pane front = panes.front();
        if (several(buffer)) {
            return all(front, buffer, true);
        }
        if (!echo && !bar(buffer)) {
            screen.echoed(lines(front, buffer));
        }
        return all(front, buffer, echo);
    }

    /** The pane in which something is running, if there is one. From any thread. */
    Optional<Pane> running() {
        return Optional.ofNullable(running);
    }

    /** Cancels what is running, if there is anything. From any thread. */
    public void cancel() {
        Pane pane = running;
        if (pane != null) {
            pane.cancel();
        }
    }

    private Pane.Outcome barred(String text) {
        if (text.isEmpty()) {
            panes.toggle();
            return Pane.Outcome.OK;
        }
        return all(panes.other(), text, true);
    }

    /** Runs all statements of a buffer; those after a line that goes to another pane are for that pane. */
    private Pane.Outcome all(Pane pane, String buffer, boolean echo) {
        List<String> statements = pane.statements(buffer);
        Pane.Outcome worst = Pane.Outcome.OK;
        for (int i = 0; i < statements.size(); i++) {
            Pane front = panes.front();
            Pane.Outcome outcome = shown(pane, statements.get(i), echo);
            worst = outcome.failed() || outcome.blocked() ? outcome : worst;
            boolean last = i + 1 == statements.size();
            if (outcome.blocked() && panes.front() != front) {
                unsent(pane, statements.size() - i - 1);
                return outcome;
            }
            if (outcome.leaves() && (last || pane.kind() == Pane.Kind.LAB)) {
                return outcome;
            }
            if (!last && panes.front() != front) {
                Pane.Outcome rest = all(panes.front(), rest(statements, i + 1), true);
                return rest.equals(Pane.Outcome.OK) ? worst : rest;
            }
        }
        return worst;
    }

    /** Reports that the rest of a pasted text was not run, because the person has gone to another pane. */
    private void unsent(Pane pane, int count) {
        if (count > 0) {
            screen.remark(pane.margin(), "the text pasted after the statement was not run");
        }
    }

    private static String rest(List<String> statements, int from) {
        return String.join("\n", statements.subList(from, statements.size()));
    }

    private Pane.Outcome shown(Pane pane, String statement, boolean echo) {
        if (bar(statement)) {
            return guarded(pane, () -> barred(afterBar(statement)));
        }
        if (echo) {
            screen.beforePrompt(pane.margin(), pane.prompt());
            screen.typed(lines(pane, statement));
        }
        Pane.Outcome outcome = one(pane, statement);
        if (outcome.leaves()) {
            panes.leave();
        }
        return outcome;
    }

    private Pane.Outcome one(Pane pane, String statement) {
        running = pane;
        screen.began();
        try {
            return guarded(pane, () -> pane.run(statement, screen.writer(pane.margin())));
        } finally {
            running = null;
            screen.ended();
        }
    }

    private interface Work {
        Pane.Outcome run();
    }

    private Pane.Outcome guarded(Pane pane, Work work) {
        try {
            return work.run();
        } catch (LabException e) {
            print(pane, e.report().lines());
            return Pane.Outcome.of(ExitCode.FAILED);
        } catch (UsageException e) {
            print(pane, e.report().lines());
            return Pane.Outcome.of(ExitCode.USAGE);
        }
    }

    private void print(Pane pane, List<String> lines) {
        lines.forEach(line -> screen.line(pane.margin(), line));
    }

    private static List<PromptLine> lines(Pane pane, String text) {
        List<PromptLine> lines = new ArrayList<>();
        Iterator<String> following = pane.continuationPrompts(text).iterator();
        for (String line : text.split("\n", -1)) {
            String prompt = lines.isEmpty() ? pane.prompt() : following.next();
            lines.add(new PromptLine(pane.margin(), prompt, line));
        }
        return lines;
    }

    private static boolean bar(String buffer) {
        return buffer.stripLeading().startsWith("|");
    }

    /** The text without the bar, and without a prompt that was copied with it from a lab file. */
    private static String afterBar(String buffer) {
        String text = buffer.stripLeading().substring(1).strip();
        return text.startsWith("=>") ? text.substring(2).strip() : text;
    }
}
