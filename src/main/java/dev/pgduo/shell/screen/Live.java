package dev.pgduo.shell.screen;

import java.util.List;

/** Lines that are updated in the same place until something else is printed. For one thread. */
public final class Live implements AutoCloseable {
    private final Screen screen;
    private final Runnable end;
    private List<String> shown = List.of();
    private int columns;

    /** @param end run when this is closed */
    public Live(Screen screen, Runnable end) {
        this.screen = screen;
        this.end = end;
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

    @Override
    public void close() {
        end.run();
    }
}
