package dev.pgduo.replay.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The result of a step, or of a lab on one server; from the best to the worst. */
public enum CellStatus {
    /** The front matter says that the lab is not for this server; nothing was run. */
    SKIPPED("skip"),
    /** Everything came as recorded. */
    PASS("pass"),
    /** What came differs for reasons that pgduo knows. */
    ADAPTED("adapted"),
    /** What came differs in its looks only: wording, more columns, other names, columns that went. The lab still shows what it is about. */
    DRIFT("drift"),
    /** An error that nobody announced, or other results. */
    FAIL("fail");

    private final String word;

    CellStatus(String word) {
        this.word = word;
    }

    /** Whether somebody has to look at it. */
    public boolean wrong() {
        return this == DRIFT || this == FAIL;
    }

    /** The worse of both. */
    public CellStatus and(CellStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** How many labs have which result: {@code 1 skip, 3 pass}. */
    public static String counts(List<LabOutcome> outcomes) {
        return Arrays.stream(values())
                .map(status -> status.counted(outcomes))
                .filter(counted -> !counted.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String counted(List<LabOutcome> outcomes) {
        long count =
                outcomes.stream().filter(outcome -> outcome.standing() == this).count();
        return count == 0 ? "" : count + " " + word;
    }

    /** As reports show it. */
    @Override
    public String toString() {
        return word;
    }
}
