package dev.pgduo.scan;

/** The lines typed at an SQL prompt so far: statements, backslash commands and the rows of a COPY. Not thread-safe. */
public final class TypedInput {
    private final InputState state = new InputState();
    private final StringBuilder statement = new StringBuilder();
    private boolean rows;

    /** Takes one more line. */
    public void feed(String line) {
        if (rows) {
            rows = !line.equals(CopyRows.END);
            return;
        }
        statement.append(line).append('\n');
        state.feed(line);
        if (state.complete()) {
            rows = CopyRows.follow(statement.toString());
            statement.setLength(0);
        }
    }

    /** Whether the next line begins at the first prompt. */
    public boolean complete() {
        return !rows && state.complete();
    }

    /** Whether psql has something to do before the next line: a statement is complete, or the last line had a backslash command. */
    public boolean ready() {
        return complete() || (!rows && state.commanded());
    }

    /** The prompt of the next line, without its blank. */
    public String prompt() {
        return rows ? ">>" : state.prompt();
    }
}
