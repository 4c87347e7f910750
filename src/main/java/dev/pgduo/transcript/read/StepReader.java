package dev.pgduo.transcript.read;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a file after its front matter. Used for one file. */
final class StepReader {
    private static final String UNFINISHED = "the statement never ends";
    private static final String UNFINISHED_HINT =
            "End it with a semicolon; its next line begins with \"->\", or follows without a blank line.";

    private final Cursor cursor;
    private final LineForms forms;
    private final Header header;
    private final Problems problems;
    private final DirectiveScope governing;
    private final TaskScope tasks;
    private final DirectiveReader directives;
    private final BranchReader branches;
    private final ExpectedReader expected;
    private final Sessions sessions = new Sessions();

    StepReader(LineForms forms, int first, Header header, Problems problems) {
        this.cursor = new Cursor(forms, first);
        this.forms = forms;
        this.header = header;
        this.problems = problems;
        this.governing = new DirectiveScope(problems);
        this.tasks = new TaskScope(problems);
        this.directives = new DirectiveReader(problems);
        this.branches = new BranchReader(cursor, problems);
        this.expected = new ExpectedReader(branches, directives, sessions, problems);
    }

    /** All steps up to the end of the file. */
    List<Step> read() {
        List<Step> steps = new ArrayList<>();
        while (!cursor.end()) {
            steps.addAll(branch());
            if (!cursor.end()) {
                branches.stray();
            }
        }
        governing.end();
        return steps;
    }

    private List<Step> branch() {
        List<Step> steps = new ArrayList<>();
        while (!cursor.end() && !branches.atBranchEnd()) {
            Step step = step();
            if (step != null) {
                steps.add(step);
                governing.step(step);
                tasks.step(step);
            }
        }
        return steps;
    }

    /** The step at the cursor, or null when it is invalid, which is reported. */
    private @Nullable Step step() {
        int line = cursor.at();
        if (forms.directive(line)) {
            return directive();
        }
        Step typed = typed(line);
        if (typed != null) {
            return typed;
        }
        if (forms.heading(line)) {
            cursor.next();
            cursor.next();
            return new Step.Heading(cursor.since(line), forms.text(line).strip());
        }
        BlockPrefix late = sessions.lateOutput(forms.text(line));
        if (late != null) {
            unknownPrompt(forms.text(line));
            return late(late);
        }
        return forms.blank(line) ? blank() : prose();
    }

    private @Nullable Step directive() {
        DirectiveText text = DirectiveText.of(cursor.at(), cursor.text());
        if (text.opensBranch()) {
            List<Step.Branch> read = branches.read((line, condition) -> new Step.Branch(line, condition, branch()));
            return new Step.Choice(cursor.since(text.line()), read);
        }
        if (text.is("task")) {
            tasks.begin(text);
            List<Step> read = branches.block(this::branch);
            tasks.end();
            return new Step.Task(cursor.since(text.line()), text.argument(), read);
        }
        cursor.next();
        Directive directive = directives.read(text);
        if (directive == null) {
            return null;
        }
        governing.directive(text, directive);
        tasks.directive(text, directive);
        return new Step.DirectiveLine(cursor.since(text.line()), directive);
    }

    private @Nullable Step typed(int line) {
        Optional<NodeHeader> node = forms.shape().osPrompt(forms.text(line));
        if (node.isPresent()) {
            return os(node.get());
        }
        if (forms.shape().lab(forms.text(line))) {
            return lab();
        }
        LineShape.Prompted sql = forms.shape().sql(forms.text(line));
        if (sql != null) {
            return sql(sql);
        }
        LineShape.Prompted open = forms.shape().open(forms.text(line));
        return open == null ? null : open(open);
    }

    private Step os(NodeHeader node) {
        int line = cursor.at();
        String command = new OsInputReader(cursor).read(node.prompt());
        ExpectedBlock block = expected.read(BlockPrefix.NONE);
        return new Step.OsCommand(cursor.since(line), node.name(), node.prompt(), command, block);
    }

    private Step lab() {
        int line = cursor.next();
        String command = forms.text(line).substring(LineShape.LAB.length()).strip();
        ExpectedBlock block = expected.read(BlockPrefix.NONE);
        return new Step.LabCommand(cursor.since(line), command, block);
    }

    private Step sql(LineShape.Prompted prompt) {
        int line = cursor.at();
        SqlReader.Typed input = new SqlReader(cursor).read(prompt);
        if (!input.complete()) {
            int column = forms.text(line).length() - prompt.rest().length() + 1;
            problems.add(line, column, UNFINISHED, UNFINISHED_HINT);
        }
        ExpectedBlock block = expected.read(prompt.prefix());
        sessions.seen(prompt.prefix(), block.parts().isEmpty());
        return new Step.SqlInput(cursor.since(line), prompt.prefix().session(), input.text(), block);
    }

    private Step open(LineShape.Prompted opening) {
        int line = cursor.next();
        ExpectedBlock block = expected.read(opening.prefix());
        sessions.seen(opening.prefix(), false);
        String command = opening.rest().strip();
        return new Step.SessionOpen(cursor.since(line), opening.prefix().session(), command, block);
    }

    private Step late(BlockPrefix prefix) {
        int line = cursor.at();
        ExpectedBlock block = expected.read(prefix);
        sessions.seen(prefix, false);
        return new Step.LateOutput(cursor.since(line), prefix.session(), block);
    }

    private Step blank() {
        int line = cursor.at();
        while (forms.blank(cursor.at())) {
            cursor.next();
        }
        return new Step.Blank(cursor.since(line));
    }

    /** Reads a paragraph, which includes indented lines, except the output of a waiting statement. */
    private Step prose() {
        int first = cursor.at();
        List<String> lines = new ArrayList<>();
        do {
            unknownPrompt(cursor.text());
            lines.add(cursor.text());
            cursor.next();
        } while (!cursor.end() && !cursor.text().isBlank() && !forms.special(cursor.at()) && !awaited());
        return new Step.Prose(cursor.since(first), lines);
    }

    private boolean awaited() {
        BlockPrefix late = sessions.lateOutput(cursor.text());
        return late != null && sessions.waits(late);
    }

    /** The command that imports the whole file, for the case that it is a foreign transcript. */
    private String imported() {
        return "A document with other prompts is converted to a lab by: import '" + problems.source() + "'";
    }

    private void unknownPrompt(String text) {
        String prompt = forms.shape().lookalike(text);
        if (prompt != null) {
            List<String> known = new ArrayList<>(
                    header.nodes().stream().map(NodeHeader::prompt).toList());
            known.add(LineShape.LAB);
            boolean sql = LineShape.sqlLookalike(prompt);
            boolean named = prompt.matches(sql ? "[^!/]*=[*!?]?[>#]" : ".*[>$#%]");
            String message = "no " + (sql ? "session" : "node") + " has the prompt \"" + prompt + "\"";
            String hint = Optional.of(prompt)
                    .filter(each -> !sql && each.endsWith(">"))
                    .flatMap(each -> DidYouMean.nearest(each, known))
                    .map(near -> "Perhaps you meant \"" + near + "\".")
                    .orElse(
                            named
                                    ? "Name it in the front matter: "
                                            + (sql ? "sessions: {1: \"" : "nodes: {a: {prompt: \"")
                                            + prompt + (sql ? "\"}." : "\"}}.") + "\n" + imported() + " --map '"
                                            + prompt + "=" + (sql ? "1" : "a") + "'"
                                    : imported());
            problems.add(cursor.at(), 1, message, hint);
        }
    }
}
