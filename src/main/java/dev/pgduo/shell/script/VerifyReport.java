package dev.pgduo.shell.script;

import dev.pgduo.export.junit.TestCase;
import dev.pgduo.export.junit.TestSuite;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.UnifiedDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code verify} says of one file.
 *
 * @param file as it was named
 * @param server the version that played it
 * @param result what became of its steps
 */
record VerifyReport(String file, String server, PlayResult result) {
    /** The line with the figures. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%s: PostgreSQL %s: %d steps, %d matched, %d adapted, %d failed, %d skipped, %.2f s",
                file,
                server,
                result.results().size(),
                result.matched(),
                result.adapted(),
                result.failed(),
                result.skipped(),
                result.elapsed().toNanos() / 1e9);
    }

    /** What differs and why, step by step. */
    List<String> details() {
        List<String> lines = new ArrayList<>();
        for (StepResult step : result.results()) {
            lines.addAll(step.verdict().accept(new Words(step)));
        }
        return lines;
    }

    TestSuite suite() {
        return new TestSuite(
                suiteName(file, server),
                result.elapsed(),
                result.results().stream().map(this::test).toList());
    }

    /** What a lab on one server is called among others. */
    static String suiteName(String file, String server) {
        return file + " on PostgreSQL " + server;
    }

    private TestCase test(StepResult step) {
        String words = String.join("\n", step.verdict().accept(new Words(step)));
        boolean failed = step.verdict().failed();
        return new TestCase(
                name(step),
                step.elapsed(),
                failed ? Optional.of(words) : Optional.empty(),
                step.verdict() instanceof Verdict.Skipped,
                failed ? "" : words);
    }

    private String name(StepResult step) {
        int line = step.step().step().span().first();
        return "line " + line + ": "
                + result.transcript().text().line(line).text().strip();
    }

    private final class Words implements Verdict.Visitor<List<String>> {
        private final StepResult step;

        Words(StepResult step) {
            this.step = step;
        }

        @Override
        public List<String> matched(Verdict.Matched verdict) {
            return List.of();
        }

        @Override
        public List<String> adapted(Verdict.Adapted verdict) {
            return verdict.reasons().stream()
                    .map(reason -> "  " + file + ":" + line() + ": adapted: " + reason)
                    .toList();
        }

        @Override
        public List<String> differs(Verdict.Differs verdict) {
            List<String> lines = new ArrayList<>();
            lines.add("  " + file + ":" + line() + ": ERROR:  the output is not the expected one");
            UnifiedDiff.in(
                            file,
                            step.step().expected().lines(),
                            step.step().expected().anchor())
                    .lines(verdict.diff())
                    .forEach(line -> lines.add("  " + line));
            verdict.notes().forEach(note -> lines.add("  DETAIL:  " + note));
            return lines;
        }

        @Override
        public List<String> broken(Verdict.Broken verdict) {
            return verdict.report().lines().stream().map(line -> "  " + line).toList();
        }

        @Override
        public List<String> pending(Verdict.Pending verdict) {
            return List.of();
        }

        @Override
        public List<String> skipped(Verdict.Skipped verdict) {
            return List.of();
        }

        private int line() {
            return step.step().step().span().first();
        }
    }
}
