package dev.pgduo.export.drift;

import java.time.Duration;
import java.util.List;

/**
 * One lab on one server.
 *
 * @param lab its file
 * @param asked the server as it was asked for: {@code 15}
 * @param version the server's own: {@code 15.20}
 * @param standing {@code skip}, {@code pass}, {@code adapted}, {@code drift} or {@code fail}
 * @param elapsed zero when it was not played
 * @param remark why it was skipped; else empty
 * @param differences in file order
 */
public record LabRun(
        String lab,
        String asked,
        String version,
        String standing,
        Duration elapsed,
        String remark,
        List<Difference> differences) {
    public LabRun {
        differences = List.copyOf(differences);
    }

    /** Whether somebody has to look at it. */
    public boolean wrong() {
        return standing.equals("drift") || standing.equals("fail");
    }

    /** Whether the lab is not for the server. */
    public boolean skipped() {
        return standing.equals("skip");
    }
}
