package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Step;
import org.jspecify.annotations.Nullable;

/** Checks that every task is complete, and that no directive of a task is outside of one. Not thread-safe. */
final class TaskScope {
    private final Problems problems;
    private @Nullable DirectiveText open;
    private int depth;
    private boolean checked;
    private boolean solved;

    TaskScope(Problems problems) {
        this.problems = problems;
    }

    void begin(DirectiveText text) {
        depth++;
        if (open != null) {
            add(text, "a task cannot stand in a task", "Put \"%end\" above it.");
            return;
        }
        if (text.argument().isEmpty()) {
            add(text, "task has no text", "Write \"%task TEXT\".");
        }
        open = text;
        checked = false;
        solved = false;
    }

    void step(Step step) {
        solved = solved || step.runs();
    }

    void directive(DirectiveText text, Directive directive) {
        if (!directive.ofTask()) {
            return;
        }
        if (open == null) {
            add(
                    text,
                    "\"%" + text.word() + "\" is outside of a task",
                    "Put it under \"%task TEXT\", above the steps of the solution.");
        } else if (solved) {
            add(text, "\"%" + text.word() + "\" is below a step of the solution", "Put it right under \"%task\".");
        }
        checked = checked || directive instanceof Directive.Check;
    }

    void end() {
        depth--;
        DirectiveText task = open;
        if (depth > 0 || task == null) {
            return;
        }
        if (!checked) {
            add(task, "task has no \"%check\"", "Write \"%check PREDICATE\" under it: what holds when it is done.");
        }
        if (!solved) {
            add(task, "task has no solution", "Its steps stand above the task's \"%end\".");
        }
        open = null;
    }

    private void add(DirectiveText text, String message, String hint) {
        problems.add(text.line(), 1, message, hint);
    }
}
