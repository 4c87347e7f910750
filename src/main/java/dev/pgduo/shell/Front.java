package dev.pgduo.shell;

import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.PromptListener;
import dev.pgduo.shell.prompt.PromptLoop;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.Screen;
import java.io.PrintWriter;

/** The interactive part of the shell. Objects that the first prompt does not need are made at their first use. */
public interface Front {
    Screen screen();

    Outlets outlets();

    PaneSwitch panes();

    Router router();

    /** The panes and the router for typed lines. */
    PromptLoop.Prompting prompting();

    /** The context for a command with this output. From any thread. */
    LabContext context(PrintWriter out);

    /** The listener that accompanies the prompt. */
    PromptListener attendant();

    /** Closes all objects that were made. From any thread. */
    void close();
}
