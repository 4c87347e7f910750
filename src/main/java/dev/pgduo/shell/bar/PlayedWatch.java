package dev.pgduo.shell.bar;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.loss.LossGauge;
import dev.pgduo.lab.watch.PairWatch;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.TerminalBar;
import java.time.Duration;

/** Shows the lab of a played lab file in the status bar of a live prompt. */
public final class PlayedWatch implements NestedPrompt.Watch {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final RunningTimes times = new RunningTimes();
    private final PairWatch watch;

    /** Starts the watch. */
    public PlayedWatch(Lab lab, BarText text, TerminalBar bar) {
        LossGauge gauge = new LossGauge(lab);
        watch = new PairWatch(lab, PACE, facts -> {
            String risk = gauge.brief(facts.picture());
            bar.show(width -> text.lines(facts, BarText.Work.of(times.seconds(), lab, risk), width));
        });
    }

    @Override
    public void runs(Pane pane) {
        times.begin(pane, pane.worker());
    }

    @Override
    public void turned() {
        times.settle();
        watch.poke();
    }

    @Override
    public void close() {
        watch.close();
    }
}
