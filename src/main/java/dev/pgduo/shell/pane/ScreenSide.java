package dev.pgduo.shell.pane;

import dev.pgduo.shell.prompt.BusyPrompt;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;

/**
 * Where what happens in a pane is shown and written down.
 *
 * @param busy what the prompt does while a statement runs
 * @param terminal for what takes all of it
 */
public record ScreenSide(Screen screen, RecordingListener journal, BusyPrompt busy, WholeTerminal terminal) {}
