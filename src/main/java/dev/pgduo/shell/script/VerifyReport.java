package dev.pgduo.shell.script;

import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.VerifyResult;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.command.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints the final report of {@code verify}.
 *
 * @param slowest the number of slow steps to list
 * @param failOnSkip whether a skipped lab is a failure
 */
record VerifyReport(PrintWriter out, @Nullable Integer slowest, boolean failOnSkip) {
    /** Prints the result of merged shards. */
    void print(VerifyResult result) {
        result.unavailable().forEach(server -> server.words().forEach(out::println));
        Duration played = result.outcomes().stream().map(LabOutcome::elapsed).reduce(Duration.ZERO, Duration::plus);
        print(result, played);
    }

    /** Prints the result of a run. Servers that are not available have been reported before. */
    void print(VerifyResult result, Duration elapsed) {
        List<LabOutcome> outcomes = result.outcomes();
        List<String> labs = outcomes.stream()
                .map(outcome -> outcome.cell().lab())
                .distinct()
                .toList();
        List<String> servers = outcomes.stream()
                .map(outcome -> outcome.cell().server())
                .distinct()
                .toList();
        Shard shard = result.plan().shard();
        if (shard.of() > 1) {
            out.println("shard " + shard + ": " + outcomes.size() + " of "
                    + result.plan().cells() + " plays");
        }
        DriftReport report = new DriftReport(labs, servers, outcomes);
        if (servers.size() == 1) {
            outcomes.stream()
                    .filter(outcome -> outcome.standing() != CellStatus.SKIPPED)
                    .forEach(this::print);
            new SkipReport(labs, outcomes).lines().forEach(out::println);
            Stream.of(report.summary(elapsed)).filter(line -> labs.size() > 1).forEach(out::println);
        } else if (!outcomes.isEmpty()) {
            report.print(out, elapsed);
        }
        if (slowest != null) {
            SlowestSteps.of(outcomes, slowest).forEach(out::println);
        }
        if (skipped(result)) {
            ErrorReport.error("labs were skipped, which --fail-on-skip forbids")
                    .lines()
                    .forEach(out::println);
        }
        out.flush();
    }

    private void print(LabOutcome outcome) {
        outcome.details().forEach(out::println);
        outcome.noted().forEach(out::println);
        out.println(outcome.summary());
        out.flush();
    }

    private boolean skipped(VerifyResult result) {
        return failOnSkip && result.outcomes().stream().anyMatch(outcome -> outcome.standing() == CellStatus.SKIPPED);
    }

    /** The exit code. */
    int code(VerifyResult result) {
        boolean wrong = result.outcomes().stream()
                .anyMatch(outcome -> outcome.standing().wrong());
        return wrong || skipped(result) || !result.unavailable().isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }
}
