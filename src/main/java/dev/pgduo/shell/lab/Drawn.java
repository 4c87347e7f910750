package dev.pgduo.shell.lab;

import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.report.LineBreaks;
import dev.pgduo.shell.prompt.RecordingListener;
import dev.pgduo.shell.screen.Live;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.Strokes;
import dev.pgduo.shell.screen.WholeTerminal;
import java.util.List;
import java.util.Optional;

/** Decides whether a drawing is shown instead of a table, and with which characters. */
public final class Drawn {
    private static final int NARROWEST = 80;

    private final RecordingListener journal;
    private final Screen screen;
    private final WholeTerminal whole;
    private final LagSource lag;
    private final Strokes strokes;

    public Drawn(RecordingListener journal, Screen screen, WholeTerminal whole, LagSource lag, Strokes strokes) {
        this.strokes = strokes;
        this.journal = journal;
        this.screen = screen;
        this.whole = whole;
        this.lag = lag;
    }

    /** Whether a drawing is shown: a person types, nothing is recorded, and there is room beside the margin. */
    boolean drawn(LabContext context) {
        return context.audience().typing()
                && !journal.open()
                && width() - context.audience().margin() >= NARROWEST;
    }

    /** The lines of a drawing in characters that this terminal can show; a line that is too long is broken between words. */
    List<String> lines(List<String> drawing, LabContext context) {
        int room = width() - context.audience().margin();
        return drawing.stream()
                .map(strokes::line)
                .flatMap(line -> LineBreaks.of(line, room).stream())
                .toList();
    }

    Live live() {
        return new Live(screen, whole.silent());
    }

    int width() {
        return screen.width();
    }

    /** The lag that the status bar has recorded. */
    Optional<LagHistory> lag() {
        return lag.history();
    }
}
