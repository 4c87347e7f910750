package dev.pgduo.shell.lab;

import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.prompt.Journal;
import dev.pgduo.shell.screen.Live;
import dev.pgduo.shell.screen.Screen;
import java.util.Optional;

/** Whether there is a person to draw for, and what with. */
public final class Drawn {
    private static final int NARROWEST = 80;

    private final Streams streams;
    private final Journal journal;
    private final Screen screen;
    private final LagSource lag;

    public Drawn(Streams streams, Journal journal, Screen screen, LagSource lag) {
        this.streams = streams;
        this.journal = journal;
        this.screen = screen;
        this.lag = lag;
    }

    /** Whether a person looks on; a transcript repeats tables only. */
    boolean drawn() {
        return streams.interactive() && !journal.open() && width() >= NARROWEST;
    }

    Live live() {
        return new Live(screen);
    }

    int width() {
        return screen.width();
    }

    /** The lag that the status bar has seen. */
    Optional<LagHistory> lag() {
        return lag.history();
    }
}
