package dev.pgduo.shell.pane;

import dev.pgduo.shell.prompt.BusyPrompt;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;

/**
 * The outputs of a pane: the screen, the recording and the terminal.
 *
 * @param busy the prompt's behaviour while a statement runs
 * @param terminal for commands that use the whole terminal
 */
public record ScreenSide(Screen screen, RecordingListener journal, BusyPrompt busy, WholeTerminal terminal) {}
