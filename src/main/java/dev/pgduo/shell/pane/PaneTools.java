package dev.pgduo.shell.pane;

import dev.pgduo.shell.lab.WorkingLab;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Screen;

/**
 * The objects that all panes of a lab share.
 *
 * @param late the statements that are still waiting after the prompt has come back
 * @param typing completion
 */
record PaneTools(WorkingLab lab, ScreenSide side, BlockedStatements late, TypingAids typing) {
    Screen screen() {
        return side.screen();
    }

    RecordingListener journal() {
        return side.journal();
    }
}
