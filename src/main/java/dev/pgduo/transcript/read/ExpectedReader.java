package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Condition;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ExpectedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the expected output after a command, up to the next prompt or the end of the block. */
final class ExpectedReader {
    private static final Set<String> OWN = Set.of("unordered", "ignore", "eventually", "expect-error");

    private final Cursor cursor;
    private final DirectiveReader directives;
    private final BranchReader branches;
    private final Sessions sessions;
    private final Problems problems;

    ExpectedReader(BranchReader branches, DirectiveReader directives, Sessions sessions, Problems problems) {
        this.cursor = branches.cursor();
        this.directives = directives;
        this.branches = branches;
        this.sessions = sessions;
        this.problems = problems;
    }

    /** The block that begins at the cursor; empty when there is none. */
    ExpectedBlock read(BlockPrefix prefix) {
        int anchor = cursor.at() - 1;
        List<Directive> own = own(prefix);
        return new ExpectedBlock(own.isEmpty() ? anchor : cursor.at() - 1, prefix, parts(prefix), own);
    }

    /**
     * The directives between a command and its output; they belong to the step only when the output follows them without a
     * blank line.
     */
    private List<Directive> own(BlockPrefix prefix) {
        List<Directive> own = new ArrayList<>();
        int end = cursor.at();
        for (DirectiveText text = branches.control(end); text != null && OWN.contains(text.word()); ) {
            text = branches.control(++end);
        }
        boolean outputBelow = cursor.forms().output(end, prefix) != null;
        while (outputBelow && cursor.at() < end) {
            Directive directive = directives.read(DirectiveText.of(cursor.at(), cursor.text()));
            if (directive != null) {
                own.add(directive);
            }
            cursor.next();
        }
        return own;
    }

    private List<ExpectedBlock.Part> parts(BlockPrefix prefix) {
        List<ExpectedBlock.Part> parts = new ArrayList<>();
        while (true) {
            List<ExpectedLine> run = run(prefix);
            if (!run.isEmpty()) {
                parts.add(new ExpectedBlock.Run(run));
            } else if (choiceAhead(prefix)) {
                parts.add(
                        new ExpectedBlock.Choice(branches.read((line, condition) -> branch(line, condition, prefix))));
            } else {
                return parts;
            }
        }
    }

    private ExpectedBlock.Branch branch(int line, @Nullable Condition condition, BlockPrefix prefix) {
        skipBlank(prefix);
        List<ExpectedBlock.Part> parts = parts(prefix);
        skipBlank(prefix);
        return new ExpectedBlock.Branch(line, condition, parts);
    }

    private void skipBlank(BlockPrefix prefix) {
        while (cursor.forms().blank(cursor.at()) && cursor.output(prefix) == null) {
            cursor.next();
        }
    }

    private List<ExpectedLine> run(BlockPrefix prefix) {
        List<ExpectedLine> run = new ArrayList<>();
        String text = cursor.output(prefix);
        while (text != null || (!run.isEmpty() && gap(run.get(run.size() - 1), prefix))) {
            ExpectedLine line = ExpectedLines.read(cursor.at(), text == null ? "" : text);
            check(line);
            run.add(line);
            cursor.next();
            text = cursor.output(prefix);
        }
        return run;
    }

    /** Whether the next line is a single blank line without the prefix, as left by editors, within a session's output. */
    private boolean gap(ExpectedLine above, BlockPrefix prefix) {
        return !prefix.text().isEmpty()
                && !above.written().isBlank()
                && cursor.forms().blank(cursor.at())
                && cursor.output(prefix) == null
                && cursor.forms().output(cursor.at() + 1, prefix) != null
                && !awaited(cursor.at() + 1, prefix);
    }

    /** Whether a waiting statement of another session has its output in this line. */
    private boolean awaited(int line, BlockPrefix prefix) {
        BlockPrefix late = sessions.lateOutput(cursor.forms().text(line));
        return late != null && late.session() != prefix.session() && sessions.waits(late);
    }

    private void check(ExpectedLine line) {
        String written = line.written();
        if (!written.endsWith(ExpectedLines.REGEX)) {
            return;
        }
        String regex = written.substring(0, written.length() - ExpectedLines.REGEX.length());
        try {
            Pattern.compile(ExpectedLines.withoutReferences(regex));
        } catch (PatternSyntaxException e) {
            String text = cursor.text();
            int start = text.length() - written.length();
            int column = text.codePointCount(0, Math.min(text.length(), start + Math.max(e.getIndex(), 0))) + 1;
            problems.add(cursor.at(), column, RegexProblem.MESSAGE, RegexProblem.hint(e));
        }
    }

    /** Whether the {@code %if} at the cursor contains only output up to its {@code %end}. */
    private boolean choiceAhead(BlockPrefix prefix) {
        DirectiveText first = branches.control(cursor.at());
        if (first == null || !first.is("if")) {
            return false;
        }
        int depth = 0;
        boolean output = false;
        for (int line = cursor.at(); line <= cursor.forms().count(); line++) {
            DirectiveText text = branches.control(line);
            if (text != null) {
                depth += text.opensBlock() ? 1 : text.is("end") ? -1 : 0;
            } else if (cursor.forms().output(line, prefix) != null) {
                output = true;
            } else if (!besideControl(line, prefix)) {
                return false;
            }
            if (depth == 0 || (text != null && !text.is("if") && !text.closesBranch())) {
                return depth == 0 && output;
            }
        }
        return false;
    }

    /**
     * Whether a line is a blank one beside a directive, in a branch of a session's output; in column 0 it is a blank line
     * between steps.
     */
    private boolean besideControl(int line, BlockPrefix prefix) {
        return cursor.forms().blank(line)
                && !prefix.text().isEmpty()
                && (branches.control(line - 1) != null || branches.control(line + 1) != null);
    }
}
