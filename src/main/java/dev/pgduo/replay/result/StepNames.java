package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TaskResult;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of a play's steps for reports: section and input, without a line number, so that names stay the same when lines are
 * added above. An input that is repeated in a section gets a number: {@code Lag › select 1; #2}.
 */
final class StepNames {
    private static final int LONGEST = 120;

    private final Map<Integer, String> sections = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String current = "";

    /** For steps that are reported one by one, with their headings in {@link #heading}. */
    StepNames() {}

    /** For all steps of a play. */
    StepNames(PlayResult play) {
        String section = "";
        for (ResolvedStep step : play.resolution().steps()) {
            section = step.step() instanceof Step.Heading heading ? heading.title() : section;
            sections.put(step.step().span().first(), section);
        }
    }

    /** The name of the next step in file order. */
    String next(StepResult result) {
        return next(result.step().step());
    }

    String next(Step step) {
        String section = sections.getOrDefault(step.span().first(), current);
        return unique((section.isEmpty() ? "" : section + " › ") + shortened(typed(step)));
    }

    /** The next steps are in this section. */
    void heading(String title) {
        current = title;
    }

    /** The name of the next task in file order. */
    String next(TaskResult result) {
        return unique("task: " + shortened(result.task().text()));
    }

    private String unique(String name) {
        int times = used.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " #" + times;
    }

    private static String typed(Step step) {
        if (step instanceof Step.SqlInput sql) {
            return sql.input();
        }
        if (step instanceof Step.OsCommand os) {
            return os.prompt() + " " + os.command();
        }
        if (step instanceof Step.LabCommand lab) {
            return "lab> " + lab.command();
        }
        if (step instanceof Step.SessionOpen open) {
            return open.command();
        }
        return step instanceof Step.LateOutput late ? "output of session " + late.session() : "";
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
