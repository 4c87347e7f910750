package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Palette;

/** The prompt texts of the pane in front, as the line reader wants them. */
final class Prompts {
    private final PaneSwitch panes;
    private final Palette palette;

    Prompts(PaneSwitch panes, Palette palette) {
        this.panes = panes;
        this.palette = palette;
    }

    /** Margin and prompt. */
    String first() {
        Pane pane = panes.front();
        return pane.margin() + palette.prompt(pane.prompt());
    }

    /** The pattern for the following lines; the parser fills in {@code %M}. */
    String following() {
        return panes.front().margin() + palette.prompt("%M");
    }
}
