package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.UnifiedDiff;
import dev.pgduo.replay.drift.Finding;
import dev.pgduo.replay.drift.Standing;
import dev.pgduo.transcript.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences that a play found, in the words of the drift report. */
record Findings(PlayResult result) {
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (StepResult step : result.results()) {
            all.addAll(step.verdict().accept(new OfStep(step)));
        }
        return all;
    }

    private final class OfStep implements Verdict.Visitor<List<Finding>> {
        private final StepResult step;
        private final int line;

        OfStep(StepResult step) {
            this.step = step;
            this.line = step.step().step().span().first();
        }

        @Override
        public List<Finding> matched(Verdict.Matched verdict) {
            return List.of();
        }

        @Override
        public List<Finding> adapted(Verdict.Adapted verdict) {
            return verdict.granted().stream()
                    .map(reason -> {
                        List<String> words = List.of(reason.words());
                        return new Finding(line, Standing.ADAPTED, Optional.of(reason.drift()), words, words);
                    })
                    .toList();
        }

        @Override
        public List<Finding> differs(Verdict.Differs verdict) {
            Expected expected = step.step().expected();
            List<String> words = new ArrayList<>(
                    UnifiedDiff.in(result.transcript().text().source(), expected.lines(), expected.anchor())
                            .lines(verdict.diff()));
            verdict.notes().forEach(note -> words.add("DETAIL:  " + note));
            Drift kind = verdict.drift();
            Standing standing = kind == Drift.SEMANTIC ? Standing.FAIL : Standing.DRIFT;
            return List.of(new Finding(line, standing, Optional.of(kind), words, step.actual()));
        }

        @Override
        public List<Finding> broken(Verdict.Broken verdict) {
            List<String> words = verdict.report().at(null).lines();
            return List.of(new Finding(line, Standing.FAIL, verdict.drift(), words, words));
        }

        @Override
        public List<Finding> pending(Verdict.Pending verdict) {
            return List.of();
        }

        @Override
        public List<Finding> skipped(Verdict.Skipped verdict) {
            List<String> words = List.of("not run: " + verdict.reason());
            return List.of(new Finding(line, Standing.FAIL, Optional.empty(), words, words));
        }
    }
}
