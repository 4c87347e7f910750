package dev.pgduo.shell.screen;

import java.util.List;

/** Lines that are written again and again in the same place, until something else is printed. For one thread. */
public final class Live {
    private final Screen screen;
    private List<String> shown = List.of();

    public Live(Screen screen) {
        this.screen = screen;
    }

    /** Shows these lines instead of those shown before. */
    public void show(List<String> lines) {
        if (!lines.equals(shown)) {
            screen.instead(shown.size(), lines);
            shown = List.copyOf(lines);
        }
    }
}
