package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Step;
import org.jspecify.annotations.Nullable;

/** Checks that every directive applies to a step or an output. Not thread-safe. */
final class DirectiveScope {
    private final Problems problems;
    private @Nullable DirectiveText open;
    private boolean outputAbove;

    DirectiveScope(Problems problems) {
        this.problems = problems;
    }

    void step(Step step) {
        if (step.governed()) {
            open = null;
            outputAbove = true;
        }
    }

    void directive(DirectiveText text, Directive directive) {
        if (directive.looksBack()) {
            if (!outputAbove) {
                problems.add(
                        text.line(),
                        1,
                        "\"%" + text.word() + "\" has no output above it",
                        "Put it under a step's output.");
            }
        } else if (directive.looksForward() && open == null) {
            open = text;
        }
    }

    void end() {
        if (open != null) {
            problems.add(
                    open.line(),
                    1,
                    "\"%" + open.word() + "\" has no step below it",
                    "Put it above a step, or remove it.");
        }
    }
}
