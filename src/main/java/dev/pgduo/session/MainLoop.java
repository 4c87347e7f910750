package dev.pgduo.session;

import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.scan.SqlScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads lines, sends what is complete, runs backslash commands (psql 15: {@code MainLoop}). Not thread-safe. */
final class MainLoop {
    private final Psql psql;
    private final MetaCommands commands;
    private final QuerySender sender;
    private final Deque<SqlScanner> scanners = new ArrayDeque<>();
    private boolean failed;
    private boolean quit;

    MainLoop(Psql psql, MetaCommands commands) {
        this.psql = psql;
        this.commands = commands;
        this.sender = new QuerySender(psql);
        push();
    }

    /** The scanner of the text that is being read. */
    SqlScanner scanner() {
        return scanners.getLast();
    }

    /** Whether anything failed since this was asked last. */
    boolean takeFailed() {
        boolean was = failed;
        failed = false;
        return was;
    }

    /** Whether {@code \q} ended the session. */
    boolean quit() {
        return quit;
    }

    /** Reads the lines; what is incomplete stays in the buffer. */
    void run(Iterator<String> lines) {
        psql.lines(() -> lines.hasNext() ? lines.next() : null);
        while (!quit && lines.hasNext()) {
            line(lines.next());
        }
    }

    /** Reads a script: like {@link #run} but with a scanner of its own, and its end sends what is left. */
    void script(Iterator<String> lines) {
        var outer = psql.lines();
        push();
        try {
            run(lines);
            if (!psql.buffer().isEmpty() && !quit) {
                send();
            }
        } finally {
            scanners.removeLast();
            psql.lines(outer);
            // \q ends the script, not the session.
            quit = false;
        }
    }

    /** Forgets what was typed of a statement. */
    void reset() {
        psql.buffer().setLength(0);
        scanner().reset();
    }

    private void push() {
        SqlScanner scanner = new SqlScanner(psql.buffer());
        scanner.variables(psql.variables());
        scanners.addLast(scanner);
    }

    private void line(String text) {
        SqlScanner scanner = scanner();
        if (text.isEmpty() && !scanner.inQuote()) {
            return;
        }
        if (psql.buffer().isEmpty() && psql.host().interactive() && isWordForQuit(text)) {
            quit = true;
            return;
        }
        int newline = addNewline();
        scanner.standardStrings(standardStrings());
        scanner.line(text);
        SqlScanner.Stop stop = scanner.scan();
        while (stop != SqlScanner.Stop.END_OF_LINE && !quit) {
            if (stop == SqlScanner.Stop.SEMICOLON) {
                send();
            } else {
                dropNewline(newline);
                backslash();
            }
            newline = -1;
            stop = scanner.scan();
        }
    }

    private static boolean isWordForQuit(String text) {
        return text.strip().matches("(?i)(quit|exit);?");
    }

    private int addNewline() {
        if (psql.buffer().isEmpty()) {
            return -1;
        }
        psql.buffer().append('\n');
        return psql.buffer().length();
    }

    /** A line with nothing but a backslash command leaves no newline in the buffer. */
    private void dropNewline(int newline) {
        if (newline == psql.buffer().length()) {
            psql.buffer().setLength(newline - 1);
        }
    }

    private boolean standardStrings() {
        var connection = psql.connection();
        @Nullable String value = connection == null ? null : connection.parameter("standard_conforming_strings");
        return !"off".equals(value);
    }

    private void backslash() {
        switch (commands.run(scanner().line(), psql)) {
            case CONTINUE -> {}
            case FAILED -> failed = true;
            case RESET -> reset();
            case QUIT -> quit = true;
            case SEND -> {
                if (psql.buffer().isEmpty()) {
                    psql.buffer().append(psql.previous());
                }
                send();
            }
        }
    }

    private void send() {
        String query = psql.buffer().toString();
        failed |= !sender.send(query);
        psql.previous(query);
        reset();
    }
}
