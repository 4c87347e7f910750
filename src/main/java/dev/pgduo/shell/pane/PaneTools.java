package dev.pgduo.shell.pane;

import dev.pgduo.shell.lab.WorkingLab;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Screen;

/**
 * What all panes of a lab share.
 *
 * @param late the statements that wait while the lab goes on
 * @param typing what completion knows
 */
record PaneTools(WorkingLab lab, ScreenSide side, BlockedStatements late, TypingAids typing) {
    Screen screen() {
        return side.screen();
    }

    RecordingListener journal() {
        return side.journal();
    }
}
