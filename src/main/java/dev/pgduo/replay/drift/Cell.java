package dev.pgduo.replay.drift;

import java.time.Duration;
import java.util.List;

/**
 * One lab on one server.
 *
 * @param lab as its file was named
 * @param server as it was asked for: {@code 9.6}, {@code 15.4}
 * @param standing the worst of its findings, or pass
 * @param elapsed without the removal of the lab
 * @param findings in file order
 */
public record Cell(String lab, String server, Standing standing, Duration elapsed, List<Finding> findings) {
    public Cell {
        findings = List.copyOf(findings);
    }

    /** A lab that was played. */
    public static Cell played(String lab, String server, Duration elapsed, List<Finding> findings) {
        Standing worst = findings.stream().map(Finding::standing).reduce(Standing.PASS, Standing::and);
        return new Cell(lab, server, worst, elapsed, findings);
    }

    /** Seconds. */
    public double seconds() {
        return elapsed.toNanos() / 1e9;
    }
}
