package dev.pgduo.shell.screen;

import java.util.List;

/** Lines that are updated in the same place until something else is printed. For one thread. */
public final class Live {
    private final Screen screen;
    private List<String> shown = List.of();
    private int columns;

    public Live(Screen screen) {
        this.screen = screen;
    }

    /** Shows these lines in place of the former ones; below them when the terminal's width has changed. */
    public void show(List<String> lines) {
        int width = screen.width();
        if (!lines.equals(shown) || width != columns) {
            screen.instead(shown, lines);
            shown = List.copyOf(lines);
            columns = width;
        }
    }
}
