package dev.pgduo.replay.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The result of a step, or of a lab on one server; from the best to the worst. */
public enum CellStatus {
    /** The front matter says that the lab is not for this server; nothing was run. */
    SKIPPED("skip"),
    /** The output is as recorded. */
    PASS("pass"),
    /** The output differs for reasons that pgduo knows. */
    ADAPTED("adapted"),
    /**
     * The output differs only in its form: wording, additional columns, other names, columns that were removed. The lab still shows what it
     * is about.
     */
    DRIFT("drift"),
    /** There is an error that was not expected, or the results are different. */
    FAIL("fail");

    private final String word;

    CellStatus(String word) {
        this.word = word;
    }

    /** Whether a person has to look at it: drift or a failure. */
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
