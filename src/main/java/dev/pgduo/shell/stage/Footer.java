package dev.pgduo.shell.stage;

import dev.pgduo.shell.screen.Palette;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * A line below the output, removed before anything else is shown.
 *
 * @param terminal the terminal
 */
public record Footer(Terminal terminal, Palette palette) {
    /** Shows a text, cut to the terminal's width, in place of the last one. */
    public void show(String text) {
        int width = Math.max(20, terminal.getWidth()) - 1;
        String cut = new AttributedString(text).columnSubSequence(0, width).toString();
        terminal.writer().print("\r\u001b[K" + palette.remark(cut));
        terminal.flush();
    }

    public void hide() {
        terminal.writer().print("\r\u001b[K");
        terminal.flush();
    }
}
