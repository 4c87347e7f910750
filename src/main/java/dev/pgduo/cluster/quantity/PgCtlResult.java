package dev.pgduo.cluster.quantity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of an operation.
 *
 * @param commandLine the command line that a person would type
 * @param output the lines that the command would print, without newlines
 * @param elapsed the real duration
 */
public record PgCtlResult(String commandLine, List<String> output, Duration elapsed) {
    public PgCtlResult {
        output = List.copyOf(output);
    }

    /** This result followed by another one, under one command line. */
    public PgCtlResult then(PgCtlResult next, String line) {
        List<String> both = new ArrayList<>(output);
        both.addAll(next.output());
        return new PgCtlResult(line, both, elapsed.plus(next.elapsed()));
    }
}
