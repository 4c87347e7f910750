package dev.pgduo.session.query;

import dev.pgduo.session.message.MessageText;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.version.PsqlStyle;

/** What {@code \pset} and {@code \timing} change, and the variables that most commands ask for. Not thread-safe. */
public final class Settings {
    private final VariableStore variables;
    private PrintOptions print = PrintOptions.defaults();
    private PsqlStyle style = PsqlStyle.STANDARD;
    private boolean timing;
    private int pager = 1;
    private int pagerMinLines;

    Settings(VariableStore variables) {
        this.variables = variables;
    }

    public PrintOptions print() {
        return print;
    }

    public void print(PrintOptions options) {
        print = options;
    }

    /** Which psql's output is printed. */
    public PsqlStyle style() {
        return style;
    }

    void style(PsqlStyle next) {
        style = next;
    }

    /** How the server's messages are worded. */
    public MessageText messages() {
        return variables.messages();
    }

    public boolean timing() {
        return timing;
    }

    public void timing(boolean on) {
        timing = on;
    }

    /** psql's QUIET: no command tags. */
    public boolean quiet() {
        return variables.on("QUIET");
    }

    /** psql's FETCH_COUNT, 0 when not set. */
    public int fetchCount() {
        return variables.number("FETCH_COUNT");
    }

    /** 0 off, 1 for long output, 2 always; kept for {@code \pset}, the shell decides what to do with it. */
    public int pager() {
        return pager;
    }

    public void pager(int when) {
        pager = when;
    }

    /** Output with fewer lines goes without the pager. */
    public int pagerMinLines() {
        return pagerMinLines;
    }

    public void pagerMinLines(int lines) {
        pagerMinLines = lines;
    }
}
