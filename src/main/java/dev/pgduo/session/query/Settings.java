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
}
