package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.UsedTolerances;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.Comparison;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A play of one lab that ran on no server, with a verdict of each kind. */
public final class PlayedSteps {
    private static final String LAB = """
            ---
            title: All kinds
            ---

            lab> up
            started

                => select 1;
                 a
                ---
                 1
                (1 row)

            postgres> pg_ctl stop
            server stopped
            and gone

                => select pg_sleep(9);

            postgres> cat f
            one
            two
            three
            four
            five

            postgres> false

                => select 2;

            lab> status
            """;

    private PlayedSteps() {}

    /** The same in another time. */
    public static PlayResult took(String file, Duration elapsed) {
        PlayResult all = all(file);
        return new PlayResult(all.transcript(), all.resolution(), all.results(), all.usage(), elapsed);
    }

    /** One step for each kind of verdict. */
    public static PlayResult all(String file) {
        Transcript transcript = TranscriptReader.parse(LAB, file);
        Resolution resolution = transcript.resolve(new Environment(ServerVersion.ofMajor(15), "linux", tool -> true));
        List<ResolvedStep> steps =
                resolution.steps().stream().filter(step -> step.step().runs()).toList();
        List<StepResult> results = new ArrayList<>();
        results.add(result(steps.get(0), List.of("started"), new Verdict.Matched()));
        results.add(result(steps.get(1), List.of(" b", "---", " 1", "(1 row)"), adapted()));
        results.add(differs(steps.get(2), "server stopped", "and \u001b[31mwho knows\u202e where"));
        results.add(result(steps.get(3), List.of(), new Verdict.Pending()));
        results.add(differs(steps.get(4), "one", "two", "four", "five", "six"));
        results.add(result(
                steps.get(5),
                List.of(),
                new Verdict.Broken(ErrorReport.error("the command failed with exit code 1")
                        .detail("It printed nothing.")
                        .hint("Look at the log.")
                        .at(new Position(file, 29, 0)))));
        results.add(result(
                steps.get(6),
                List.of("ERROR:  x"),
                new Verdict.Broken(
                        ErrorReport.error("an error that nobody expects: \u0007\nsecond line"),
                        Optional.of(Drift.SEMANTIC),
                        Optional.empty())));
        results.add(result(steps.get(7), List.of(), new Verdict.Skipped("the lab is gone")));
        return new PlayResult(transcript, resolution, results, new UsedTolerances(), Duration.ofMillis(61_235));
    }

    private static Verdict adapted() {
        return new Verdict.Adapted(List.of(
                new Verdict.Reason("a column has another name", Drift.COSMETIC),
                new Verdict.Reason("a row came later", Drift.REMOVED)));
    }

    private static StepResult differs(ResolvedStep step, String... actual) {
        Comparison.Mismatch found =
                (Comparison.Mismatch) Matcher.compare(step.expected().lines(), List.of(actual), Rules.standard());
        return result(
                step,
                List.of(actual),
                new Verdict.Differs(found.diff(), List.of("The exit code is 3."), Rules.standard(), false));
    }

    private static StepResult result(ResolvedStep step, List<String> actual, Verdict verdict) {
        return new StepResult(step, actual, verdict, Duration.ofMillis(20));
    }
}
