package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Screen;
import java.util.function.Consumer;

/** The prompt texts of the pane in front, in the line reader's format. */
final class Prompts {
    private final PaneSwitch panes;
    private final Screen screen;
    private final Consumer<Pane> memories;

    Prompts(PaneSwitch panes, Screen screen, Consumer<Pane> memories) {
        this.panes = panes;
        this.screen = screen;
        this.memories = memories;
    }

    /** The margin and the prompt; from now on the reader uses this pane's history. */
    String first() {
        Pane pane = panes.front();
        memories.accept(pane);
        return screen.margin(pane.margin()) + screen.palette().prompt(pane.prompt());
    }

    /** The pattern for the prompts of further lines; the parser fills in {@code %M}. */
    String following() {
        return screen.margin(panes.front().margin()) + screen.palette().prompt("%M");
    }
}
