package dev.pgduo.shell;

import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.PromptListener;
import dev.pgduo.shell.prompt.PromptLoop;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.screen.Outlets;
import dev.pgduo.shell.screen.Screen;
import java.io.PrintWriter;

/** The interactive part of the shell. What the first prompt does not need is made when it is asked for. */
public interface Front {
    Screen screen();

    Outlets outlets();

    PaneSwitch panes();

    Router router();

    /** Where typed lines go. */
    PromptLoop.Prompting prompting();

    /** What a command that prints there works on; any thread may ask. */
    LabContext context(PrintWriter out);

    /** Who accompanies the prompt. */
    PromptListener attendant();

    /** Closes everything that was opened; any thread. */
    void close();
}
