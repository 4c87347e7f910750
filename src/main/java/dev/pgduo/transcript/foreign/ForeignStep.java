package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.List;

/** A command of the document with its output, as far as it has been read. Not thread-safe. */
final class ForeignStep implements Item {
    /** The kinds of commands. */
    enum Kind {
        SQL,
        SHELL,
        /** A {@code psql} line that opens a session. */
        OPEN
    }

    private final DocLine line;
    private final ForeignPrompt prompt;
    private final Kind kind;
    private String text;
    private List<String> output = List.of();
    private boolean blocks;

    ForeignStep(DocLine line, ForeignPrompt prompt, Kind kind, String text) {
        this.line = line;
        this.prompt = prompt;
        this.kind = kind;
        this.text = text;
    }

    DocLine line() {
        return line;
    }

    ForeignPrompt prompt() {
        return prompt;
    }

    Kind kind() {
        return kind;
    }

    boolean sql() {
        return kind == Kind.SQL;
    }

    /** The input with all its lines. */
    String text() {
        return text;
    }

    /** Replaces the input. */
    void text(String other) {
        text = other;
    }

    List<String> output() {
        return output;
    }

    /** Sets the output, without surrounding blank lines. */
    void output(List<String> lines) {
        List<String> trimmed = new ArrayList<>(lines);
        while (!trimmed.isEmpty() && trimmed.get(0).isBlank()) {
            trimmed.remove(0);
        }
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isBlank()) {
            trimmed.remove(trimmed.size() - 1);
        }
        output = List.copyOf(trimmed);
    }

    /** Whether the statement waits, according to the document. */
    boolean blocks() {
        return blocks;
    }

    /** Marks the statement as waiting, according to the document. */
    void block() {
        blocks = true;
    }

    @Override
    public void accept(Visitor visitor) {
        visitor.step(this);
    }
}
