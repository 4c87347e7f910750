package dev.pgduo.transcript.model;

import dev.pgduo.version.PsqlStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a lab's play.
 *
 * @param retry how long a read is repeated, by default 10 s; zero for never
 * @param timeout the time limit for a line of an OS prompt and for a statement; empty when the lab has none
 * @param catchup whether a read on a standby waits until the standby has replayed earlier writes
 * @param initdb options of initdb for the nodes
 * @param variant the language and the variables' values
 * @param style the version of psql whose output sessions print, by default 15
 */
public record RunSettings(
        Duration retry,
        Optional<Duration> timeout,
        boolean catchup,
        List<String> initdb,
        Variant variant,
        PsqlStyle style) {
    private static final Duration OS_LINE = Duration.ofSeconds(60);
    private static final Duration STATEMENT = Duration.ofMinutes(2);

    /** The defaults. */
    public static final RunSettings STANDARD = new RunSettings(
            Duration.ofSeconds(10), Optional.empty(), true, List.of(), Variant.PLAIN, PsqlStyle.STANDARD);

    public RunSettings {
        initdb = List.copyOf(initdb);
    }

    /** The time limit for a line of an OS prompt, by default 60 s. */
    public Duration osLineTimeout() {
        return timeout.orElse(OS_LINE);
    }

    /** The time limit for a statement that no other session blocks, by default 2 min. */
    public Duration statementTimeout() {
        return timeout.orElse(STATEMENT);
    }

    /** The same with this retry. */
    public RunSettings withRetry(Duration other) {
        return new RunSettings(other, timeout, catchup, initdb, variant, style);
    }

    /** The same with this timeout. */
    public RunSettings withTimeout(Duration other) {
        return new RunSettings(retry, Optional.of(other), catchup, initdb, variant, style);
    }

    /** The same with or without waits before reads on a standby. */
    public RunSettings withCatchup(boolean on) {
        return new RunSettings(retry, timeout, on, initdb, variant, style);
    }

    /** The same with these options. */
    public RunSettings withInitdb(List<String> options) {
        return new RunSettings(retry, timeout, catchup, options, variant, style);
    }

    /** The same with this language and these values. */
    public RunSettings withVariant(Variant other) {
        return new RunSettings(retry, timeout, catchup, initdb, other, style);
    }

    /** The same with the output of this version of psql. */
    public RunSettings withStyle(PsqlStyle other) {
        return new RunSettings(retry, timeout, catchup, initdb, variant, other);
    }
}
