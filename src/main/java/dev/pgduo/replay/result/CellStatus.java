package dev.pgduo.replay.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The result of a step, or of a lab on one server, from best to worst. */
public enum CellStatus {
    /** The front matter excludes this server; nothing was run. */
    SKIPPED("skip"),
    /** The output is as recorded. */
    PASS("pass"),
    /** The output differs for known reasons. */
    ADAPTED("adapted"),
    /**
     * The output differs only in form: wording, additional, renamed or removed columns. The lab still shows what it is about.
     */
    DRIFT("drift"),
    /** There was an unexpected error, or results are different. */
    FAIL("fail");

    private final String word;

    CellStatus(String word) {
        this.word = word;
    }

    /** Whether a person has to look at it: for drift or a failure. */
    public boolean wrong() {
        return this == DRIFT || this == FAIL;
    }

    /** The worse of two. */
    public CellStatus and(CellStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The number of labs for each result: {@code 1 skip, 3 pass}. */
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

    /** The name for reports. */
    @Override
    public String toString() {
        return word;
    }
}
