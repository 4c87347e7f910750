package dev.pgduo.cluster.quantity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A verb that was carried out.
 *
 * @param commandLine what a student would type for it
 * @param output the lines that the command prints then, without newlines
 * @param elapsed how long it really took
 */
public record PgCtlResult(String commandLine, List<String> output, Duration elapsed) {
    public PgCtlResult {
        output = List.copyOf(output);
    }

    /** This and then the other, under one command line. */
    public PgCtlResult then(PgCtlResult next, String line) {
        List<String> both = new ArrayList<>(output);
        both.addAll(next.output());
        return new PgCtlResult(line, both, elapsed.plus(next.elapsed()));
    }
}
