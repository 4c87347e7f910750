package dev.pgduo.lab.load;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An error of a script, when it is read or run; the message is pgbench's. */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ErrorReport report;
    private final int command;

    ScriptError(String message) {
        this(message, null, -1);
    }

    private ScriptError(String message, @Nullable ErrorReport report, int command) {
        super(message, null, false, false);
        this.report = report;
        this.command = command;
    }

    /** The same error, for the rows of the command with this number. */
    ScriptError in(int number) {
        return new ScriptError(words(), report, number);
    }

    /** The number of the command whose rows are wrong, from 0; empty for other errors. */
    public OptionalInt command() {
        return command < 0 ? OptionalInt.empty() : OptionalInt.of(command);
    }

    /**
     * An error at a position of the script.
     *
     * @param reason the message without the position
     * @param line the script's line, which is shown below the message
     */
    static ScriptError at(Position place, String reason, String line) {
        return new ScriptError(
                place.source() + ":" + place.line() + ": " + reason + "\n" + line,
                ErrorReport.error(reason).at(place),
                -1);
    }

    /** An error at a position, without the script's line. */
    static ScriptError at(Position place, String reason) {
        return new ScriptError(
                place.source() + ":" + place.line() + ": " + reason,
                ErrorReport.error(reason).at(place),
                -1);
    }

    /** The message, never null. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The error as a report, with its position where that is known. */
    public ErrorReport report() {
        return Optional.ofNullable(report).orElseGet(() -> ErrorReport.error(words()));
    }
}
