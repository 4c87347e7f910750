package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code %if … %elif … %else … %end} around whatever the caller reads in between. */
final class BranchReader {
    private final Cursor cursor;
    private final Problems problems;

    BranchReader(Cursor cursor, Problems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    Cursor cursor() {
        return cursor;
    }

    /** Reads one branch's lines and makes the branch. */
    interface Body<B> {
        B read(int line, @Nullable Condition condition);
    }

    /** The directive on this line, or null when it has none. */
    @Nullable
    DirectiveText control(int line) {
        LineForms forms = cursor.forms();
        return forms.directive(line) ? DirectiveText.of(line, forms.text(line)) : null;
    }

    /** Whether the branch that is being read ends before the cursor's line. */
    boolean atBranchEnd() {
        DirectiveText text = control(cursor.at());
        return text != null && text.closesBranch();
    }

    /** From the {@code %if} at the cursor to its {@code %end}. */
    <B> List<B> read(Body<B> body) {
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
            problems.add(opened, 1, "\"%if\" is never closed", "Put \"%end\" on a line of its own where it ends.");
        }
        return branches;
    }

    /** A branch's end where no branch is open. */
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
        return new ConditionReader(text, problems).read();
    }

    private void withoutArgument(DirectiveText text) {
        if (!text.argument().isEmpty()) {
            String message = "directive \"%" + text.word() + "\" takes no argument";
            problems.add(text.line(), text.column(), message, "Remove \"" + text.argument() + "\".");
        }
    }
}
