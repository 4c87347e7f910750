package dev.pgduo.transcript.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One part of a lab file; all parts together contain all lines. Sealed; see {@link Visitor}. */
public sealed interface Step {
    /** Its lines in the file. */
    LineSpan span();

    /** Calls the method for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /** Adds the step, or the parts of it that apply, to the steps of the resolution. */
    default void resolve(Resolver into) {
        into.add(this);
    }

    /** Its expected output; empty for steps that run nothing. */
    default ExpectedBlock expected() {
        return ExpectedBlock.empty(span().last(), BlockPrefix.NONE);
    }

    /** Whether it runs something on a server or in the lab. */
    default boolean runs() {
        return false;
    }

    /** Whether it, or a step in it, {@linkplain #runs() runs} something. */
    default boolean anyRuns() {
        return runs() || inside().anyMatch(Step::anyRuns);
    }

    /** Whether directives above it apply to it. */
    default boolean governed() {
        return runs();
    }

    /** These steps and all steps in their branches and tasks, in file order. */
    static Stream<Step> all(List<Step> steps) {
        return steps.stream()
                .flatMap(
                        step -> Stream.concat(Stream.of(step), all(step.inside().toList())));
    }

    /** The steps directly in it, in file order; empty for one that is no block. */
    default Stream<Step> inside() {
        return Stream.empty();
    }

    /** The front matter with its {@code ---} lines. */
    record FrontMatter(LineSpan span) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.frontMatter(this);
        }
    }

    /** A title and the rule below it. */
    record Heading(LineSpan span, String title) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heading(this);
        }
    }

    /** A paragraph of narrative. */
    record Prose(LineSpan span, List<String> lines) implements Step {
        public Prose {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prose(this);
        }
    }

    /** Blank lines between steps. */
    record Blank(LineSpan span) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.blank(this);
        }
    }

    /**
     * A line at a node's OS prompt.
     *
     * @param node {@code a} or {@code b}
     * @param prompt the prompt as it is in the file, with its {@code >}
     * @param command without surrounding blanks; empty for a prompt alone
     */
    record OsCommand(LineSpan span, String node, String prompt, String command, ExpectedBlock expected)
            implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.osCommand(this);
        }

        @Override
        public boolean runs() {
            return true;
        }
    }

    /** A line at {@code lab> }; the command has no surrounding blanks. */
    record LabCommand(LineSpan span, String command, ExpectedBlock expected) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labCommand(this);
        }

        @Override
        public boolean runs() {
            return true;
        }
    }

    /**
     * A {@code psql …} line without a prompt: opens (or reopens) a session.
     *
     * @param session from 1
     * @param command the line from {@code psql} on, without surrounding blanks
     */
    record SessionOpen(LineSpan span, int session, String command, ExpectedBlock expected) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sessionOpen(this);
        }

        @Override
        public boolean runs() {
            return true;
        }
    }

    /**
     * SQL or backslash commands typed at one prompt.
     *
     * @param session from 1; a session that no line has opened is on node a for 1, on node b for others
     * @param input all lines without prefix and prompts, joined by newlines
     */
    record SqlInput(LineSpan span, int session, String input, ExpectedBlock expected) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sqlInput(this);
        }

        @Override
        public boolean runs() {
            return true;
        }

        @Override
        public void resolve(Resolver into) {
            into.addStatement(this);
        }
    }

    /** Expected output without a prompt: that of an earlier statement of the session, which was waiting and has ended. */
    record LateOutput(LineSpan span, int session, ExpectedBlock expected) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lateOutput(this);
        }

        @Override
        public boolean governed() {
            return true;
        }

        @Override
        public void resolve(Resolver into) {
            into.addLate(this);
        }
    }

    /** A directive on a line of its own. */
    record DirectiveLine(LineSpan span, Directive directive) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.directive(this);
        }

        @Override
        public void resolve(Resolver into) {
            into.direct(this);
        }
    }

    /** {@code %if … %end} that contains steps. Never in {@link Resolution#steps()}. */
    record Choice(LineSpan span, List<Branch> branches) implements Step {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }

        @Override
        public void resolve(Resolver into) {
            into.choose(branches);
        }

        @Override
        public Stream<Step> inside() {
            return branches.stream().flatMap(branch -> branch.steps().stream());
        }
    }

    /**
     * {@code %task … %end}: a task for a student. Never in {@link Resolution#steps()}, unlike the steps in it.
     *
     * @param text the task's text
     * @param steps its hints, checks and wrong answers, then the steps of its solution
     */
    record Task(LineSpan span, String text, List<Step> steps) implements Step {
        public Task {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.task(this);
        }

        @Override
        public void resolve(Resolver into) {
            into.task(this);
        }

        @Override
        public Stream<Step> inside() {
            return steps.stream();
        }
    }

    /**
     * One branch of a choice.
     *
     * @param line the line of its {@code %if}, {@code %elif} or {@code %else}
     * @param condition null for {@code %else}
     */
    record Branch(int line, @Nullable Condition condition, List<Step> steps) implements Conditional {
        public Branch {
            steps = List.copyOf(steps);
        }
    }

    /** One method for each kind of step. */
    interface Visitor<R> {
        R frontMatter(FrontMatter step);

        R heading(Heading step);

        R prose(Prose step);

        R blank(Blank step);

        R osCommand(OsCommand step);

        R labCommand(LabCommand step);

        R sessionOpen(SessionOpen step);

        R sqlInput(SqlInput step);

        R lateOutput(LateOutput step);

        R directive(DirectiveLine step);

        R choice(Choice step);

        R task(Task step);
    }
}
