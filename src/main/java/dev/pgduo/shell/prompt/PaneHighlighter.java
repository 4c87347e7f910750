package dev.pgduo.shell.prompt;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Colours the typed text as the pane in front does. */
final class PaneHighlighter implements Highlighter {
    private final PaneSwitch panes;

    PaneHighlighter(PaneSwitch panes) {
        this.panes = panes;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return panes.front().paint(buffer);
    }
}
