package dev.pgduo.shell.pane;

import dev.pgduo.shell.prompt.Journal;
import dev.pgduo.shell.screen.Screen;

/** Where what happens in a pane is shown and written down. */
public record ScreenSide(Screen screen, Journal journal) {}
