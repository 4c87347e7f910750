package dev.pgduo.lab.load;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script cannot be read or run; the message is pgbench's. */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ErrorReport report;

    ScriptError(String message) {
        this(message, null);
    }

    private ScriptError(String message, @Nullable ErrorReport report) {
        super(message, null, false, false);
        this.report = report;
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
                ErrorReport.error(reason).at(place));
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
