package dev.pgduo.session;

import dev.pgduo.report.FailureReason;
import dev.pgduo.scan.CopyRows;
import dev.pgduo.scan.SqlScanner;
import dev.pgduo.session.meta.MetaCommand.Next;
import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.table.ByteText;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lines, sends complete statements, and runs backslash commands (psql 15: {@code MainLoop}). Not thread-safe. */
final class MainLoop {
    static final int SUCCESS = 0;
    static final int FAILURE = 1;
    static final int BAD_CONNECTION = 2;
    static final int USER = 3;

    private final Psql psql;
    private final MetaCommands commands;
    private final Frame frame;
    private boolean failed;
    private boolean quit;
    private boolean stopOnError;

    /** A loop over the frame's source; the frame may already contain the beginning of a statement. */
    MainLoop(Psql psql, MetaCommands commands, Frame frame) {
        this.psql = psql;
        this.commands = commands;
        this.frame = frame;
        frame.scanner().variables(this::variable);
        frame.scanner().complaints(text -> psql.log().warning(text));
    }

    private Optional<String> variable(String name) {
        return frame.conditions().active() ? psql.variables().value(name) : Optional.empty();
    }

    /** Whether anything has failed. */
    boolean failed() {
        return failed;
    }

    /** Whether {@code \q} has ended the loop. */
    boolean quit() {
        return quit;
    }

    /** Reads a script to its end, and sends a last statement without a semicolon; returns psql's exit code. */
    int script() {
        Frame outer = psql.frame();
        psql.frame(frame);
        try {
            int code = lines();
            if (code == SUCCESS && !frame.buffer().isEmpty() && !quit) {
                code = rest();
            }
            return quit || code == USER || frame.conditions().isEmpty() ? code : unbalanced(code);
        } finally {
            psql.frame(outer);
        }
    }

    private int rest() {
        boolean ok = !frame.conditions().active()
                || QuerySender.send(psql, frame.buffer().toString());
        failed |= !ok;
        if (!ok && stopOnError) {
            return USER;
        }
        return psql.connection() == null ? BAD_CONNECTION : SUCCESS;
    }

    private int unbalanced(int code) {
        psql.err("reached EOF without finding closing \\endif(s)");
        return stopOnError ? USER : code;
    }

    private int lines() {
        try {
            for (byte[] line = frame.source().line();
                    line != null;
                    line = frame.source().line()) {
                if (psql.cancellation().asked() && !frame.typed()) {
                    return USER;
                }
                psql.cancellation().clear();
                frame.countLine();
                int code = line(text(line));
                if (code != SUCCESS || quit) {
                    return code;
                }
            }
            return SUCCESS;
        } catch (IOException e) {
            psql.err("could not read from input file: " + FailureReason.of(e));
            return FAILURE;
        }
    }

    /** Reads the lines that a person has typed so far; an incomplete statement stays in the buffer. */
    void typedLines() {
        lines();
    }

    private String text(byte[] line) {
        boolean newline = line.length > 0 && line[line.length - 1] == '\n';
        String text = ByteText.decode(line, 0, newline ? line.length - 1 : line.length);
        int nul = text.indexOf('\0');
        String seen = nul < 0 ? text : text.substring(0, nul);
        return frame.line() == 1 && seen.startsWith("\ufeff") ? seen.substring(1) : seen;
    }

    /** Handles one line; returns psql's exit code when the line ends the script. */
    int line(String text) {
        if (frame.line() == 1 && !frame.typed() && text.startsWith("PGDMP")) {
            psql.output().out("""
                    The input is a PostgreSQL custom-format dump.
                    Use the pg_restore command-line client to restore this dump to a database.

                    """);
            return FAILURE;
        }
        SqlScanner scanner = frame.scanner();
        if (text.isEmpty() && !scanner.inQuote()) {
            return SUCCESS;
        }
        if (frame.typed() && TypedWords.taken(text, frame, psql)) {
            quit = TypedWords.leaves(text, frame);
            return SUCCESS;
        }
        if (!frame.typed() && psql.program() && psql.variables().is("ECHO", "all")) {
            psql.output().out(text + "\n");
        }
        return scan(text);
    }

    private int scan(String text) {
        boolean ok = parts(text);
        if (quit || frame.typed()) {
            return SUCCESS;
        }
        if (!ok && stopOnError) {
            return USER;
        }
        return psql.connection() == null && psql.program() ? BAD_CONNECTION : SUCCESS;
    }

    /** Handles the parts of a line; returns whether the last one has not failed. */
    private boolean parts(String text) {
        int newline = addNewline();
        stopOnError = psql.variables().on("ON_ERROR_STOP");
        SqlScanner scanner = frame.scanner();
        scanner.standardStrings(standardStrings());
        scanner.line(text);
        boolean ok = true;
        while ((ok || !stopOnError) && !quit) {
            SqlScanner.Stop stop = scanner.scan();
            if (stop == SqlScanner.Stop.BACKSLASH) {
                dropNewline(newline);
                ok = backslash();
            } else if (stop == SqlScanner.Stop.SEMICOLON || endsSingleLine()) {
                ok = statement();
            }
            failed |= !ok;
            countLine(stop);
            if (stop == SqlScanner.Stop.END_OF_LINE) {
                break;
            }
            newline = -1;
        }
        return ok;
    }

    private void countLine(SqlScanner.Stop stop) {
        boolean goesOn = stop == SqlScanner.Stop.END_OF_LINE
                && !frame.buffer().isEmpty()
                && frame.scanner().mark() == '-';
        if (goesOn) {
            frame.statementLine(frame.statementLine() + 1);
        } else if (stop != SqlScanner.Stop.END_OF_LINE) {
            frame.statementLine(1);
        }
    }

    /** Whether the end of the line ends the statement, as with SINGLELINE. */
    private boolean endsSingleLine() {
        return psql.variables().on("SINGLELINE")
                && !frame.buffer().isEmpty()
                && frame.scanner().mark() == '-';
    }

    private int addNewline() {
        if (frame.buffer().isEmpty()) {
            return -1;
        }
        frame.buffer().append('\n');
        return frame.buffer().length();
    }

    /** Removes the newline of a line that consists of a backslash command only. */
    private void dropNewline(int newline) {
        if (newline == frame.buffer().length()) {
            frame.buffer().setLength(newline - 1);
        }
    }

    private boolean standardStrings() {
        WireConnection connection = psql.connection();
        @Nullable String value = connection == null ? null : connection.parameter("standard_conforming_strings");
        return "on".equals(value);
    }

    private boolean statement() {
        if (frame.conditions().active()) {
            return send();
        }
        if (frame.typed()) {
            psql.err("query ignored; use \\endif or Ctrl-C to exit current \\if block");
        }
        return true;
    }

    private boolean backslash() {
        Next next = commands.run(frame.scanner().line(), psql);
        switch (next) {
            case RESET -> frame.reset();
            case QUIT -> quit = true;
            case EDITED -> readAgain();
            case SEND -> {
                if (frame.buffer().isEmpty()) {
                    frame.buffer().append(frame.previous());
                }
                boolean ok = send();
                frame.scanner().reset();
                return ok;
            }
            default -> {}
        }
        return next != Next.FAILED;
    }

    /** Scans the text from the editor in place of the line. */
    private void readAgain() {
        String text = frame.buffer().toString();
        frame.reset();
        frame.scanner().line(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }

    private boolean send() {
        String query = frame.buffer().toString();
        boolean ok = QuerySender.send(psql, query);
        if (!ok && CopyRows.follow(query)) {
            frame.source().skipRows();
        }
        frame.previous(query);
        frame.buffer().setLength(0);
        return ok;
    }
}
