package dev.pgduo.editors;

import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.LineSpan;
import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the reader says that each line of a lab is. */
final class LabLines implements Step.Visitor<Map<Integer, LineKind>> {
    private final Transcript lab;
    private final Map<Integer, LineKind> kinds = new TreeMap<>();

    private LabLines(Transcript lab) {
        this.lab = lab;
    }

    /** By line number; blank lines and those of included files are left out. */
    static Map<Integer, LineKind> of(Transcript lab) {
        LabLines lines = new LabLines(lab);
        Step.all(lab.steps()).forEach(step -> step.accept(lines));
        for (SourceLine line : lab.text().lines()) {
            if (line.text().startsWith("%")) {
                lines.kinds.putIfAbsent(line.number(), LineKind.DIRECTIVE);
            } else if (line.text().isBlank() || !line.own()) {
                lines.kinds.remove(line.number());
            }
        }
        return lines.kinds;
    }

    private Map<Integer, LineKind> all(LineSpan span, LineKind kind) {
        for (int line = span.first(); line <= span.last(); line++) {
            kinds.put(line, kind);
        }
        return kinds;
    }

    private Map<Integer, LineKind> typed(Step step, ExpectedBlock expected, LineKind kind) {
        for (int line = step.span().first(); line <= expected.anchor(); line++) {
            if (!lab.text().line(line).text().startsWith("%")) {
                kinds.put(line, kind);
            }
        }
        return output(expected.parts());
    }

    private Map<Integer, LineKind> output(List<ExpectedBlock.Part> parts) {
        for (ExpectedBlock.Part part : parts) {
            if (part instanceof ExpectedBlock.Run run) {
                run.lines().stream()
                        .filter(line -> !line.written().isBlank())
                        .forEach(line -> kinds.put(line.line(), LineKind.OUTPUT));
            } else if (part instanceof ExpectedBlock.Choice choice) {
                choice.branches().forEach(branch -> output(branch.parts()));
            }
        }
        return kinds;
    }

    @Override
    public Map<Integer, LineKind> frontMatter(Step.FrontMatter step) {
        return all(step.span(), LineKind.FRONT_MATTER);
    }

    @Override
    public Map<Integer, LineKind> heading(Step.Heading step) {
        kinds.put(step.span().first(), LineKind.TITLE);
        kinds.put(step.span().last(), LineKind.RULE);
        return kinds;
    }

    @Override
    public Map<Integer, LineKind> prose(Step.Prose step) {
        return all(step.span(), LineKind.PROSE);
    }

    @Override
    public Map<Integer, LineKind> blank(Step.Blank step) {
        return kinds;
    }

    @Override
    public Map<Integer, LineKind> osCommand(Step.OsCommand step) {
        return typed(step, step.expected(), LineKind.SHELL);
    }

    @Override
    public Map<Integer, LineKind> labCommand(Step.LabCommand step) {
        return typed(step, step.expected(), LineKind.COMMAND);
    }

    @Override
    public Map<Integer, LineKind> sessionOpen(Step.SessionOpen step) {
        return typed(step, step.expected(), LineKind.SHELL);
    }

    @Override
    public Map<Integer, LineKind> sqlInput(Step.SqlInput step) {
        return typed(step, step.expected(), LineKind.SQL);
    }

    @Override
    public Map<Integer, LineKind> lateOutput(Step.LateOutput step) {
        return output(step.expected().parts());
    }

    @Override
    public Map<Integer, LineKind> directive(Step.DirectiveLine step) {
        return all(step.span(), LineKind.DIRECTIVE);
    }

    @Override
    public Map<Integer, LineKind> choice(Step.Choice step) {
        return kinds;
    }

    @Override
    public Map<Integer, LineKind> task(Step.Task step) {
        return kinds;
    }
}
