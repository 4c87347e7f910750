package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.Condition;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code %if … %elif … %else … %end}, with contents that the caller reads. */
final class BranchReader {
    /** The largest nesting depth; each level is one more call when the file is read or played. */
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private final Problems problems;
    private int depth;

    BranchReader(Cursor cursor, Problems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    Cursor cursor() {
        return cursor;
    }

    /** Reads the lines of one branch. */
    interface Body<B> {
        B read(int line, @Nullable Condition condition);
    }

    /** The directive on this line, or null when there is none. */
    @Nullable
    DirectiveText control(int line) {
        LineForms forms = cursor.forms();
        return forms.directive(line) ? DirectiveText.of(line, forms.text(line)) : null;
    }

    /** Whether the present branch ends before the cursor's line. */
    boolean atBranchEnd() {
        DirectiveText text = control(cursor.at());
        return text != null && text.closesBranch();
    }

    /** Reads from the {@code %if} at the cursor to its {@code %end}. */
    <B> List<B> read(Body<B> body) {
        if (depth == DEEPEST) {
            tooDeep();
            return List.of();
        }
        depth++;
        List<B> branches = branches(body);
        depth--;
        return branches;
    }

    private <B> List<B> branches(Body<B> body) {
        List<B> branches = new ArrayList<>();
        int opened = cursor.at();
        boolean closed = false;
        boolean last = false;
        while (!closed && !cursor.end()) {
            DirectiveText text = DirectiveText.of(cursor.at(), cursor.text());
            cursor.next();
            closed = text.is("end");
            if (closed) {
                withoutArgument(text);
            } else {
                afterElse(text, last);
                last = last || text.is("else");
                branches.add(body.read(text.line(), condition(text)));
            }
        }
        if (!closed) {
            neverClosed(opened);
        }
        return branches;
    }

    /** Reads from the {@code %task} at the cursor to its {@code %end}. */
    List<Step> block(Supplier<List<Step>> body) {
        if (depth == DEEPEST) {
            tooDeep();
            return List.of();
        }
        depth++;
        int opened = cursor.next();
        List<Step> steps = new ArrayList<>(body.get());
        while (!cursor.end() && !DirectiveText.of(cursor.at(), cursor.text()).is("end")) {
            stray();
            steps.addAll(body.get());
        }
        if (cursor.end()) {
            neverClosed(opened);
        } else {
            withoutArgument(DirectiveText.of(cursor.at(), cursor.text()));
            cursor.next();
        }
        depth--;
        return steps;
    }

    private void neverClosed(int opened) {
        String word = DirectiveText.of(opened, cursor.forms().text(opened)).word();
        problems.add(
                opened, 1, "\"%" + word + "\" is never closed", "Put \"%end\" on a line of its own where it ends.");
    }

    private void tooDeep() {
        String message = "more than " + DEEPEST + " \"%if\" in one another";
        problems.add(cursor.at(), 1, message, "Join the conditions with \"and\", or use \"%elif\".");
        int open = 0;
        do {
            DirectiveText text = control(cursor.next());
            open += text == null ? 0 : text.opensBlock() ? 1 : text.is("end") ? -1 : 0;
        } while (open > 0 && !cursor.end());
    }

    /** Reports the end of a branch where no branch is open. */
    void stray() {
        DirectiveText text = DirectiveText.of(cursor.at(), cursor.text());
        problems.add(text.line(), 1, "\"%" + text.word() + "\" without \"%if\"", "Remove it, or put \"%if\" above.");
        cursor.next();
    }

    private void afterElse(DirectiveText text, boolean last) {
        if (last) {
            problems.add(
                    text.line(),
                    1,
                    "\"%" + text.word() + "\" after \"%else\"",
                    "\"%else\" is the last branch before \"%end\".");
        }
    }

    private @Nullable Condition condition(DirectiveText text) {
        if (text.is("else")) {
            withoutArgument(text);
            return null;
        }
        return text.is("lang") ? language(text) : new ConditionReader(text, problems).read();
    }

    private @Nullable Condition language(DirectiveText text) {
        if (Variant.isLanguage(text.argument())) {
            return new Condition.Language(text.argument());
        }
        problems.add(
                text.line(),
                text.column(),
                "invalid language \"" + text.argument() + "\"",
                "Write its code, for example \"%lang ru\".");
        return null;
    }

    private void withoutArgument(DirectiveText text) {
        if (!text.argument().isEmpty()) {
            String message = "directive \"%" + text.word() + "\" takes no argument";
            problems.add(text.line(), text.column(), message, "Remove \"" + text.argument() + "\".");
        }
    }
}
