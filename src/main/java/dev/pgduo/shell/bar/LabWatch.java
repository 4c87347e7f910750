package dev.pgduo.shell.bar;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.lab.watch.PairWatch;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.Attendant;
import dev.pgduo.shell.prompt.TerminalBar;
import dev.pgduo.shell.screen.Screen;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the bar at the current lab: finds the lab once the prompt is shown, and follows it when it changes. Thread-safe. */
public final class LabWatch implements Attendant {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final CurrentLab current;
    private final Screen screen;
    private final BarText text;
    private @Nullable TerminalBar bar;
    private @Nullable PairWatch watch;
    private boolean told;

    public LabWatch(CurrentLab current, Screen screen, BarText text) {
        this.current = current;
        this.screen = screen;
        this.text = text;
    }

    @Override
    public void begun(TerminalBar shown) {
        synchronized (this) {
            bar = shown;
        }
        current.listen(this::follow);
        attach();
    }

    @Override
    public void turned() {
        PairWatch now = watch();
        if (now == null) {
            attach();
        } else {
            now.poke();
        }
    }

    /** The lag that was seen in the last minutes; empty while nothing is watched. */
    public Optional<LagHistory> history() {
        return Optional.ofNullable(watch()).map(PairWatch::history);
    }

    private synchronized @Nullable PairWatch watch() {
        return watch;
    }

    /** Opens the lab in the background, if there is one. */
    private void attach() {
        if (current.opened().isEmpty() && !current.isBorrowed()) {
            Thread thread = new Thread(this::open, "attach");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void open() {
        try {
            if (current.exists()) {
                current.desk();
            }
        } catch (LabException e) {
            complain(e);
        }
    }

    /** Once: the command that needs the lab says it again. */
    private void complain(LabException e) {
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
        }
        e.report().lines().forEach(line -> screen.remark("", line));
    }

    private void follow() {
        Optional<Lab> lab = current.opened();
        TerminalBar shown;
        synchronized (this) {
            shown = bar;
            if (watch != null && lab.filter(watch.lab()::equals).isPresent()) {
                return;
            }
            if (watch != null) {
                watch.close();
            }
            watch = lab.isPresent() && shown != null && shown.enabled()
                    ? new PairWatch(lab.get(), PACE, this::show)
                    : null;
        }
        if (lab.isEmpty() && shown != null) {
            shown.hide();
        }
    }

    private void show(PairFacts facts) {
        TerminalBar shown;
        synchronized (this) {
            shown = bar;
        }
        if (shown != null) {
            shown.show(width -> text.lines(facts, width));
        }
    }

    @Override
    public void ended() {
        current.listen(() -> {});
        PairWatch last = watch();
        if (last != null) {
            last.close();
        }
    }
}
