package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.LineSpan;
import org.jspecify.annotations.Nullable;

/** The position of the next line. Not thread-safe. */
final class Cursor {
    private final LineForms forms;
    private int at;

    Cursor(LineForms forms, int first) {
        this.forms = forms;
        this.at = first;
    }

    LineForms forms() {
        return forms;
    }

    /** The next line's number, from 1. */
    int at() {
        return at;
    }

    boolean end() {
        return at > forms.count();
    }

    String text() {
        return forms.text(at);
    }

    /** Advances; returns the number of the line that was passed. */
    int next() {
        return at++;
    }

    LineSpan since(int first) {
        return new LineSpan(first, at - 1);
    }

    @Nullable
    String output(BlockPrefix prefix) {
        return forms.output(at, prefix);
    }
}
