package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.read.Durations;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of {@code --step-timeout}. */
final class StepTimeout {
    private StepTimeout() {}

    /**
     * Parses the value; empty when it is missing.
     *
     * @throws LabException when it is no duration
     */
    static Optional<Duration> parse(@Nullable String word) {
        Optional<Duration> limit = word == null ? Optional.empty() : Durations.parse(word);
        if (word != null && limit.isEmpty()) {
            throw new LabException(ErrorReport.error("invalid duration for --step-timeout: \"" + word + "\"")
                    .hint(Durations.HINT));
        }
        return limit;
    }
}
