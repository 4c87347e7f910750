package dev.pgduo.transcript.model;

import dev.pgduo.version.PsqlStyle;
import java.time.Duration;
import java.util.List;

/**
 * How a lab is run.
 *
 * @param retry how long a read is retried, 10 s unless the lab says otherwise; zero is never
 * @param timeout how long a line of an OS prompt may take before it is ended, 60 s unless the lab says otherwise
 * @param catchup whether a read on a standby waits until the standby has what was written before
 * @param initdb options that the nodes' data directories are made with
 * @param variant the language and the values that it is played with
 * @param style which psql's output its sessions print, psql 15's unless the lab says otherwise
 */
public record RunSettings(
        Duration retry, Duration timeout, boolean catchup, List<String> initdb, Variant variant, PsqlStyle style) {
    /** Of a lab that says nothing. */
    public static final RunSettings STANDARD = new RunSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(60), true, List.of(), Variant.PLAIN, PsqlStyle.STANDARD);

    public RunSettings {
        initdb = List.copyOf(initdb);
    }

    /** The same with this retry. */
    public RunSettings withRetry(Duration other) {
        return new RunSettings(other, timeout, catchup, initdb, variant, style);
    }

    /** The same with this timeout. */
    public RunSettings withTimeout(Duration other) {
        return new RunSettings(retry, other, catchup, initdb, variant, style);
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
