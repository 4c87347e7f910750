package dev.pgduo.session.query;

import dev.pgduo.session.connection.MessageText;
import dev.pgduo.table.PrintOptions;

/** What {@code \pset}, {@code \timing} and the special variables change. Belongs to one session; not thread-safe. */
public final class Settings {
    private PrintOptions print = PrintOptions.defaults();
    private MessageText messages = MessageText.DEFAULT;
    private boolean timing;
    private boolean quiet;
    private int fetchCount;
    private int pager = 1;
    private int pagerMinLines;

    public PrintOptions print() {
        return print;
    }

    public void print(PrintOptions options) {
        print = options;
    }

    public MessageText messages() {
        return messages;
    }

    public void messages(MessageText text) {
        messages = text;
    }

    public boolean timing() {
        return timing;
    }

    public void timing(boolean on) {
        timing = on;
    }

    /** psql's QUIET: no command tags. */
    public boolean quiet() {
        return quiet;
    }

    public void quiet(boolean on) {
        quiet = on;
    }

    /** psql's FETCH_COUNT, 0 when not set. */
    public int fetchCount() {
        return fetchCount;
    }

    public void fetchCount(int rows) {
        fetchCount = rows;
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
