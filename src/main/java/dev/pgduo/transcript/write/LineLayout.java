package dev.pgduo.transcript.write;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.read.LineShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file in the layout of {@link TranscriptBuilder}, as far as the meaning stays the same: blanks, bars and rules.
 * Lines that belong to no step are not changed. Not thread-safe.
 */
final class LineLayout implements Step.Visitor<Void> {
    private static final Pattern PROMPT = Pattern.compile("([^>#]*[>#])[ \\t]?(.*)", Pattern.DOTALL);
    private static final Pattern DIRECTIVE = Pattern.compile("%(\\S+)\\s*(.*)", Pattern.DOTALL);

    private final SourceText text;
    private final Map<Integer, String> lines = new HashMap<>();
    private final Set<Integer> removed = new HashSet<>();

    LineLayout(SourceText text) {
        this.text = text;
    }

    /** The line in the new layout. */
    String line(int number) {
        return lines.getOrDefault(number, text(number));
    }

    /** Whether the line is a superfluous blank one. */
    boolean removed(int number) {
        return removed.contains(number);
    }

    /** Keeps one blank line between steps, and none at both ends. */
    void blanks(Step.Blank blank, boolean end) {
        for (int line = blank.span().first(); line <= blank.span().last(); line++) {
            lines.put(line, "");
            if (end || line > blank.span().first()) {
                removed.add(line);
            }
        }
    }

    @Override
    public Void frontMatter(Step.FrontMatter step) {
        strip(step);
        return null;
    }

    @Override
    public Void heading(Step.Heading step) {
        strip(step);
        lines.put(step.span().last(), TranscriptBuilder.rule(line(step.span().first())));
        return null;
    }

    @Override
    public Void prose(Step.Prose step) {
        strip(step);
        return null;
    }

    @Override
    public Void blank(Step.Blank step) {
        strip(step);
        return null;
    }

    @Override
    public Void osCommand(Step.OsCommand step) {
        if (!step.command().contains("\n")) {
            first(step, step.prompt(), step.command());
        }
        own(step.expected());
        return null;
    }

    @Override
    public Void labCommand(Step.LabCommand step) {
        first(step, LineShape.LAB, step.command());
        own(step.expected());
        return null;
    }

    @Override
    public Void sessionOpen(Step.SessionOpen step) {
        BlockPrefix prefix = TranscriptBuilder.prefix(step.session());
        lines.put(step.span().first(), prefix.text() + step.command());
        block(step.expected(), prefix);
        return null;
    }

    @Override
    public Void sqlInput(Step.SqlInput step) {
        BlockPrefix old = step.expected().prefix();
        boolean named = old.text().isEmpty() && !text(step.span().first()).startsWith("=");
        if (named) {
            own(step.expected());
            return null;
        }
        BlockPrefix prefix = TranscriptBuilder.prefix(step.session());
        int first = step.span().first();
        Matcher prompt = PROMPT.matcher(text(first).substring(old.text().length()));
        if (prompt.matches()) {
            String typed = prompt.group(2);
            lines.put(first, prefix.text() + prompt.group(1) + (typed.isEmpty() ? "" : " " + typed));
        }
        int rows = step.input().split("\n", -1).length;
        for (int line = first + 1; line < first + rows; line++) {
            indent(line, old, prefix);
        }
        block(step.expected(), prefix);
        return null;
    }

    @Override
    public Void lateOutput(Step.LateOutput step) {
        block(step.expected(), TranscriptBuilder.prefix(step.session()));
        return null;
    }

    @Override
    public Void directive(Step.DirectiveLine step) {
        directive(step.span().first());
        return null;
    }

    @Override
    public Void choice(Step.Choice step) {
        step.branches().forEach(branch -> directive(branch.line()));
        directive(step.span().last());
        return null;
    }

    @Override
    public Void task(Step.Task step) {
        directive(step.span().first());
        directive(step.span().last());
        return null;
    }

    private void first(Step step, String prompt, String command) {
        lines.put(step.span().first(), command.isEmpty() ? prompt : prompt + " " + command);
    }

    private void block(ExpectedBlock block, BlockPrefix prefix) {
        own(block);
        parts(block.parts(), block.prefix(), prefix);
    }

    private void parts(List<ExpectedBlock.Part> parts, BlockPrefix old, BlockPrefix prefix) {
        for (ExpectedBlock.Part part : parts) {
            if (part instanceof ExpectedBlock.Run run) {
                run.lines().stream().map(ExpectedLine::line).forEach(line -> indent(line, old, prefix));
            } else if (part instanceof ExpectedBlock.Choice choice) {
                for (ExpectedBlock.Branch branch : choice.branches()) {
                    directive(branch.line());
                    parts(branch.parts(), old, prefix);
                }
            }
        }
    }

    /** Handles the directives between a step and its output. */
    private void own(ExpectedBlock block) {
        for (int line = block.anchor(); line > block.anchor() - block.own().size(); line--) {
            directive(line);
        }
    }

    private void directive(int line) {
        Matcher matcher = DIRECTIVE.matcher(text(line).strip());
        if (matcher.matches()) {
            lines.put(line, ("%" + matcher.group(1) + " " + matcher.group(2)).strip());
        }
    }

    private void indent(int line, BlockPrefix old, BlockPrefix prefix) {
        String behind = old.strip(text(line));
        lines.put(line, prefix.text() + (behind == null ? "" : behind));
    }

    private void strip(Step step) {
        for (int line = step.span().first(); line <= step.span().last(); line++) {
            lines.put(line, text(line).stripTrailing());
        }
    }

    private String text(int line) {
        return text.line(line).text();
    }
}
