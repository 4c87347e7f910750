package dev.pgduo.shell.pane;

import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.Journal;
import dev.pgduo.shell.screen.Screen;

/**
 * What all panes of a lab share.
 *
 * @param late the statements that wait while the lab goes on
 * @param typing what completion knows
 */
record PaneTools(
        CurrentLab lab, Screen screen, Journal journal, LabBackslash backslash, Backgrounds late, TypingAids typing) {}
