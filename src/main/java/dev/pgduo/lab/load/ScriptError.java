package dev.pgduo.lab.load;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A script cannot be read or run; the message is pgbench's. */
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

    /** The same as one of this command, whose statement has been run. */
    ScriptError in(int number) {
        return new ScriptError(words(), report, number);
    }

    /** The number of the command whose rows are not what they should be, from 0; empty when it is about nothing such. */
    public OptionalInt command() {
        return command < 0 ? OptionalInt.empty() : OptionalInt.of(command);
    }

    /**
     * One at a place of the script.
     *
     * @param reason without the place
     * @param line of the script that is shown below
     */
    static ScriptError at(Position place, String reason, String line) {
        return new ScriptError(
                place.source() + ":" + place.line() + ": " + reason + "\n" + line,
                ErrorReport.error(reason).at(place),
                -1);
    }

    /** One at a place, without the line of the script. */
    static ScriptError at(Position place, String reason) {
        return new ScriptError(
                place.source() + ":" + place.line() + ": " + reason,
                ErrorReport.error(reason).at(place),
                -1);
    }

    /** The words, never null. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The same as a complaint with its place, where that is known. */
    public ErrorReport report() {
        return Optional.ofNullable(report).orElseGet(() -> ErrorReport.error(words()));
    }
}
