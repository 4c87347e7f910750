package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * The form of each line of a file, from its own characters alone. Line numbers begin at 1; a line after the end has no form.
 */
final class LineForms {
    private final SourceText text;
    private final LineShape shape;

    LineForms(SourceText text, Header header) {
        this.text = text;
        this.shape = new LineShape(header);
    }

    LineShape shape() {
        return shape;
    }

    int count() {
        return text.lines().size();
    }

    String text(int line) {
        return text.line(line).text();
    }

    boolean blank(int line) {
        return line <= count() && text(line).isBlank();
    }

    boolean directive(int line) {
        return line <= count() && shape.directive(text(line));
    }

    boolean heading(int line) {
        String title = text(line);
        return !title.isEmpty()
                && !Character.isWhitespace(title.charAt(0))
                && !shape.rule(title)
                && line < count()
                && shape.rule(text(line + 1));
    }

    /** Whether something begins in this line, whatever is above it. */
    boolean special(int line) {
        return shape.special(text(line)) || heading(line);
    }

    /** The line as output of a block with this prefix, or null when the block ends before it. */
    @Nullable
    String output(int line, BlockPrefix prefix) {
        return line > count() || special(line) ? null : prefix.strip(text(line));
    }
}
