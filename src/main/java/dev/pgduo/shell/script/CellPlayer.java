package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.RequirementException;
import dev.pgduo.replay.TaskResult;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Plays labs on servers, each on a temporary lab without output to the terminal. Errors are part of the result. Thread-safe.
 */
final class CellPlayer {
    private final ThrowAwayRun stage;
    private final LabContext context;
    private final Manner manner;
    private final Function<CellPlan, PlayListener> listeners;

    /**
     * @param context the context of the command that plays
     * @param manner how the labs are played
     */
    CellPlayer(ThrowAwayRun stage, LabContext context, Manner manner, Function<CellPlan, PlayListener> listeners) {
        this.stage = stage;
        this.context = context;
        this.manner = manner;
        this.listeners = listeners;
    }

    /** Plays the lab on the server. */
    LabOutcome play(CellPlan plan) {
        LabFile lab = plan.lab();
        Optional<VersionSet> others = lab.others(plan.target().version());
        if (others.isPresent()) {
            return skipped(plan, others.get());
        }
        Optional<ErrorReport> lacking = lab.lacking(plan.target().server());
        if (lacking.isPresent()) {
            return LabOutcome.skipped(plan.cell(), lacking.get());
        }
        if (lab.transcript().isEmpty()) {
            return LabOutcome.unplayed(plan.cell(), lab.problems());
        }
        try (EventFile events = manner.events().of(plan)) {
            List<String> notes = new ArrayList<>();
            PlayResult play = stage.play(
                    lab.transcript().get(),
                    plan.target().server(),
                    manner,
                    made -> events.listener(
                            listeners.apply(plan), lab.transcript().get(), made),
                    report -> notes.addAll(report.lines()),
                    context);
            events.finished();
            if (manner.tasks()) {
                notes.add(0, tried(play.tasks()));
            }
            return LabOutcome.played(plan.cell(), play).with(notes);
        } catch (RequirementException e) {
            return LabOutcome.skipped(plan.cell(), e.report());
        } catch (LabException e) {
            return LabOutcome.unplayed(plan.cell(), List.of(e.report()));
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(CellPlayer.class).error("internal error in {}", lab.name(), e);
            return LabOutcome.unplayed(plan.cell(), List.of(ErrorReport.error("internal error: " + e)));
        }
    }

    private static String tried(List<TaskResult> tasks) {
        int wrongs =
                tasks.stream().mapToInt(each -> each.task().wrongs().size()).sum();
        return tasks.size() + (tasks.size() == 1 ? " task" : " tasks") + " with " + wrongs + " wrong "
                + (wrongs == 1 ? "answer" : "answers") + " tried";
    }

    private static LabOutcome skipped(CellPlan plan, VersionSet majors) {
        Transcript transcript = plan.lab().transcript().orElseThrow();
        return LabOutcome.skipped(
                plan.cell(),
                ErrorReport.error("\"" + plan.lab().name() + "\" is not for PostgreSQL "
                                + plan.target().version())
                        .detail("Its front matter says postgres: \"" + majors + "\".")
                        .hint("Choose another server with --pg.")
                        .at(transcript.place("postgres")));
    }
}
