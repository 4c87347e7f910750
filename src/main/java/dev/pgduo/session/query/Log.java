package dev.pgduo.session.query;

import dev.pgduo.session.host.SessionOutput;
import java.util.function.Supplier;

/**
 * Prints psql's own errors and the server's messages on standard error, after the position in the script (psql:
 * {@code pg_log_generic} and its callbacks).
 */
public final class Log {
    private final Supplier<SessionOutput> output;
    private final Supplier<Frame> frame;
    private boolean terse = true;

    Log(Supplier<SessionOutput> output, Supplier<Frame> frame) {
        this.output = output;
        this.frame = frame;
    }

    /** Sets whether the program's name and the kind of message are omitted outside of scripts. */
    public void terse(boolean on) {
        terse = on;
    }

    /** Prints an error. */
    public void error(String text) {
        print("error: ", text);
    }

    /** Prints a warning. */
    public void warning(String text) {
        print("warning: ", text);
    }

    public void hint(String text) {
        print("hint: ", text);
    }

    /** Prints a message of the server in libpq's format, with or without a final newline. */
    public void info(String text) {
        print("", text);
    }

    private void print(String kind, String text) {
        StringBuilder line = new StringBuilder(place());
        if (!quietAboutPlace()) {
            line.append(kind);
        }
        String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        output.get().err(line.append(lines).append('\n').toString());
    }

    private boolean quietAboutPlace() {
        return terse && frame.get().file() == null;
    }

    private String place() {
        Frame reading = frame.get();
        if (quietAboutPlace()) {
            return "";
        }
        String script = reading.file() == null ? "" : reading.file() + ":" + number(reading.line());
        return "psql:" + script + " ";
    }

    private static String number(long line) {
        return line > 0 ? line + ":" : "";
    }
}
