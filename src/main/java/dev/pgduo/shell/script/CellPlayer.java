package dev.pgduo.shell.script;

import dev.pgduo.export.junit.TestCase;
import dev.pgduo.export.junit.TestSuite;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.drift.Cell;
import dev.pgduo.replay.drift.Finding;
import dev.pgduo.replay.drift.Standing;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.ReleaseSet;
import dev.pgduo.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Plays cells, one after the other, on one stage. Whatever goes wrong with one of them is part of its report. */
final class CellPlayer {
    private final Stage stage;
    private final boolean keep;
    private final Function<CellPlan, PlayListener> listeners;

    /** @param keep whether labs stay, with their servers running */
    CellPlayer(Stage stage, boolean keep, Function<CellPlan, PlayListener> listeners) {
        this.stage = stage;
        this.keep = keep;
        this.listeners = listeners;
    }

    /** Plays the lab on the server. */
    CellReport play(CellPlan plan) {
        LabFile lab = plan.lab();
        Optional<ReleaseSet> others = lab.others(plan.target().release());
        if (others.isPresent()) {
            return skipped(plan, others.get());
        }
        if (lab.transcript().isEmpty()) {
            return unplayed(plan, lab.problems());
        }
        try {
            return played(plan, lab.transcript().get());
        } catch (LabException e) {
            return unplayed(plan, List.of(e.report()));
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(CellPlayer.class).error("internal error in {}", lab.name(), e);
            return unplayed(plan, List.of(ErrorReport.error("internal error: " + e)));
        }
    }

    private CellReport played(CellPlan plan, Transcript transcript) {
        PlayResult result = stage.play(transcript, plan.target().server(), keep, listeners.apply(plan));
        VerifyReport report = new VerifyReport(plan.lab().name(), plan.target().version(), result);
        Cell cell = Cell.played(plan.lab().name(), plan.target().name(), result.elapsed(), new Findings(result).all());
        return new CellReport(plan, cell, report.suite(), report.details(), report.summary(), Optional.of(result));
    }

    private static CellReport skipped(CellPlan plan, ReleaseSet majors) {
        String lab = plan.lab().name();
        Transcript transcript = plan.lab().transcript().orElseThrow();
        ErrorReport report = ErrorReport.error(
                        "\"" + lab + "\" is not for PostgreSQL " + plan.target().version())
                .detail("Its front matter says postgres: \"" + majors + "\".")
                .hint("Choose another server with --pg.")
                .at(transcript.place("postgres"));
        List<String> words = report.lines();
        Cell cell = new Cell(lab, plan.target().name(), Standing.SKIPPED, Duration.ZERO, List.of());
        return new CellReport(plan, cell, suite(plan, words, true), words, lab + ": not verified", Optional.empty());
    }

    /** A cell of which nothing can be said but why it was not played. */
    static CellReport unplayed(CellPlan plan, List<ErrorReport> reports) {
        List<String> words =
                reports.stream().flatMap(report -> report.lines().stream()).toList();
        int line = reports.stream()
                .map(ErrorReport::position)
                .filter(position -> position != null)
                .findFirst()
                .map(Position::line)
                .orElse(1);
        String lab = plan.lab().name();
        Finding finding = new Finding(line, Standing.FAIL, Optional.empty(), words, words);
        Cell cell = Cell.played(lab, plan.target().name(), Duration.ZERO, List.of(finding));
        return new CellReport(plan, cell, suite(plan, words, false), words, lab + ": not verified", Optional.empty());
    }

    private static TestSuite suite(CellPlan plan, List<String> words, boolean skipped) {
        String text = String.join("\n", words);
        Optional<String> failure = skipped ? Optional.empty() : Optional.of(text);
        TestCase only = new TestCase("the whole file", Duration.ZERO, failure, skipped, skipped ? text : "");
        return new TestSuite(
                VerifyReport.suiteName(plan.lab().name(), plan.target().version()), Duration.ZERO, List.of(only));
    }
}
