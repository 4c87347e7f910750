package dev.pgduo.shell.present;

import dev.pgduo.shell.stage.Sections;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The notes for a position of a lab file: those since the last step and up to the next one, and the next step.
 *
 * @param typed the lines that a step types
 */
record NotesPage(Sections sections, List<ResolvedStep> steps, Function<ResolvedStep, List<String>> typed) {
    NotesPage {
        steps = List.copyOf(steps);
    }

    List<String> lines(int at) {
        List<String> lines = new ArrayList<>();
        int section = sections.at(Math.max(0, Math.min(at, steps.size() - 1)));
        lines.add((section + 1) + "/" + sections.all().size() + "  "
                + sections.all().get(section).title());
        lines.add("");
        int next = next(at);
        for (int i = last(at) + 1; i < next; i++) {
            note(steps.get(i)).ifPresent(lines::add);
        }
        lines.add("");
        lines.add(next < steps.size() ? "next:" : "the end");
        if (next < steps.size()) {
            typed.apply(steps.get(next)).forEach(line -> lines.add("  " + line.strip()));
        }
        if (section + 1 < sections.all().size()) {
            lines.add("");
            lines.add("then: " + sections.all().get(section + 1).title());
        }
        return lines;
    }

    private int next(int at) {
        int next = at;
        while (next < steps.size() && !steps.get(next).step().runs()) {
            next++;
        }
        return next;
    }

    private int last(int at) {
        int last = Math.min(at, steps.size()) - 1;
        while (last >= 0 && !steps.get(last).step().runs()) {
            last--;
        }
        return last;
    }

    private static Optional<String> note(ResolvedStep step) {
        return step.step() instanceof Step.DirectiveLine line && line.directive() instanceof Directive.Note note
                ? Optional.of("* " + note.text())
                : Optional.empty();
    }
}
