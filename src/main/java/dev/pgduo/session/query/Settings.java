package dev.pgduo.session.query;

import dev.pgduo.session.message.MessageText;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.version.PsqlStyle;

/** The settings of {@code \pset} and {@code \timing}, and variables that many commands use. Not thread-safe. */
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

    /** The version of psql whose output is printed. */
    public PsqlStyle style() {
        return style;
    }

    void style(PsqlStyle next) {
        style = next;
    }

    /** The format of the server's messages. */
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

    /** The setting pager: 0 for off, 1 for long output, 2 for always. */
    public int pager() {
        return pager;
    }

    public void pager(int when) {
        pager = when;
    }

    /** The number of lines below which output is shown without a pager. */
    public int pagerMinLines() {
        return pagerMinLines;
    }

    public void pagerMinLines(int lines) {
        pagerMinLines = lines;
    }
}
