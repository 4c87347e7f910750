package dev.pgduo.transcript.model;

import dev.pgduo.version.PsqlStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a lab is run.
 *
 * @param retry how long a read is retried, 10 s unless the lab says otherwise; zero is never
 * @param timeout how long a line of an OS prompt or a statement may take before it is ended; empty when the lab does not say
 * @param catchup whether a read on a standby waits until the standby has what was written before
 * @param initdb options that the nodes' data directories are made with
 * @param variant the language and the values that it is played with
 * @param style which psql's output its sessions print, psql 15's unless the lab says otherwise
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

    /** Of a lab that says nothing. */
    public static final RunSettings STANDARD = new RunSettings(
            Duration.ofSeconds(10), Optional.empty(), true, List.of(), Variant.PLAIN, PsqlStyle.STANDARD);

    public RunSettings {
        initdb = List.copyOf(initdb);
    }

    /** How long a line of an OS prompt may take: 60 s unless the lab says otherwise. */
    public Duration osLineTimeout() {
        return timeout.orElse(OS_LINE);
    }

    /** How long a statement may take that no other session holds up: 2 min unless the lab says otherwise. */
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

    /** The same with or without the wait. */
    public RunSettings withCatchup(boolean on) {
        return new RunSettings(retry, timeout, on, initdb, variant, style);
    }

    /** The same with these options. */
    public RunSettings withInitdb(List<String> options) {
        return new RunSettings(retry, timeout, catchup, options, variant, style);
    }

    /** The same in this language and with these values. */
    public RunSettings withVariant(Variant other) {
        return new RunSettings(retry, timeout, catchup, initdb, other, style);
    }

    /** The same with sessions that print what this psql prints. */
    public RunSettings withStyle(PsqlStyle other) {
        return new RunSettings(retry, timeout, catchup, initdb, variant, other);
    }
}
