package dev.pgduo.shell.bar;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.loss.LossGauge;
import dev.pgduo.lab.watch.LagHistory;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.lab.watch.PairWatch;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.LagSource;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.PromptListener;
import dev.pgduo.shell.prompt.TerminalBar;
import dev.pgduo.shell.screen.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows the current lab in the status bar: opens the lab after the first prompt was shown, and follows when another lab becomes
 * the current one. Thread-safe.
 */
public final class LabWatch implements PromptListener, LagSource {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final CurrentLab current;
    private final Screen screen;
    private final BarText text;
    private final RunningStatementsFile doing;
    private final RunningTimes times = new RunningTimes();
    private @Nullable TerminalBar bar;
    private @Nullable PairWatch watch;
    private boolean told;
    private boolean greeted;

    public LabWatch(CurrentLab current, Screen screen, BarText text, Path state) {
        this.current = current;
        this.screen = screen;
        this.text = text;
        this.doing = new RunningStatementsFile(state, current.directory());
    }

    @Override
    public void begun(TerminalBar shown) {
        synchronized (this) {
            bar = shown;
        }
        current.listen(this::follow);
        screen.gutter(new RoleGutter(current));
        attach();
    }

    @Override
    public void runs(Pane pane, String line) {
        Pane.Worker worker = line.startsWith("\\") ? null : pane.worker();
        times.begin(pane, worker);
        doing.begin(pane, Note.now(worker, line));
    }

    @Override
    public void turned() {
        times.settle();
        doing.end(doing.noted().stream().filter(pane -> !pane.busy()).toList());
        PairWatch now = watch();
        if (now == null) {
            attach();
        } else {
            now.poke();
        }
    }

    @Override
    public Optional<LagHistory> history() {
        return Optional.ofNullable(watch()).map(PairWatch::history);
    }

    private synchronized @Nullable PairWatch watch() {
        return watch;
    }

    /** Opens the lab in the background, if there is one. */
    private void attach() {
        if (current.opened().isEmpty()) {
            List<Note> before = greeted ? List.of() : doing.interrupted();
            Thread thread = new Thread(() -> open(before), "attach");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void open(List<Note> before) {
        try {
            if (current.exists()) {
                greet(current.desk().lab(), before);
            } else {
                welcome();
            }
        } catch (LabException e) {
            complain(e);
        }
    }

    /** Prints the state of the nodes and the work that was interrupted when the last pgduo ended; only once. */
    private void greet(Lab lab, List<Note> before) {
        synchronized (this) {
            if (greeted) {
                return;
            }
            greeted = true;
        }
        InterruptedWork.of(lab, before).forEach(line -> screen.remark("", line));
        screen.remark(
                "",
                "lab in " + lab.directory() + ": "
                        + lab.nodes().stream()
                                .map(node -> node.name() + " " + node.status().status())
                                .collect(Collectors.joining(", ")));
    }

    /** Prints the first hints when there is no lab; only once. */
    private void welcome() {
        synchronized (this) {
            if (greeted) {
                return;
            }
            greeted = true;
        }
        FirstSteps.LINES.forEach(line -> screen.remark("", line));
    }

    /** Prints why the lab cannot be opened; only once, as each command that needs the lab reports it, too. */
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
            watch = lab.isPresent() && shown != null && shown.enabled() ? watch(lab.get()) : null;
        }
        if (lab.isEmpty() && shown != null) {
            shown.hide();
        }
    }

    private PairWatch watch(Lab lab) {
        LossGauge gauge = new LossGauge(lab);
        return new PairWatch(lab, PACE, facts -> show(lab, facts, gauge));
    }

    private void show(Lab lab, PairFacts facts, LossGauge gauge) {
        TerminalBar shown;
        synchronized (this) {
            // The state of a lab that is not the current one any more is not shown.
            shown = watch != null && watch.lab().equals(lab) ? bar : null;
        }
        if (shown != null) {
            String risk = gauge.brief(facts.picture());
            shown.show(width -> text.lines(facts, BarText.Work.of(times.seconds(), lab, risk), width));
        }
    }

    @Override
    public void ended() {
        current.listen(() -> {});
        doing.end(doing.noted());
        PairWatch last = watch();
        if (last != null) {
            last.close();
        }
    }
}
