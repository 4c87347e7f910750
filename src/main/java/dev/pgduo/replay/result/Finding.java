package dev.pgduo.replay.result;

import dev.pgduo.replay.compare.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One difference in one lab on one server.
 *
 * @param line the line of the step, from 1; 1 for the lab as a whole
 * @param standing adapted, drift or fail
 * @param kind the kind of difference; empty for an error instead of an output
 * @param output whether it is a difference of output; its words are a diff then
 * @param words the reason, the diff, or the error, for a person
 * @param after the line of an earlier step that failed and may be the cause
 * @param compared a key that is equal for findings which differ only in volatile values
 * @param message one line: the first pair of different lines, the reason, or the error
 */
public record Finding(
        int line,
        CellStatus standing,
        Optional<Drift> kind,
        boolean output,
        List<String> words,
        OptionalInt after,
        List<String> compared,
        String message) {
    public Finding {
        words = List.copyOf(words);
        compared = List.copyOf(compared);
    }

    /** A finding for a difference with a known reason. */
    public static Finding adapted(int line, String reason, Drift kind) {
        List<String> words = List.of(reason);
        return new Finding(
                line, CellStatus.ADAPTED, Optional.of(kind), false, words, OptionalInt.empty(), words, reason);
    }

    /**
     * A finding for a different output.
     *
     * @param pair the first pair of different lines
     */
    public static Finding differs(int line, Drift kind, List<String> diff, List<String> actual, String pair) {
        CellStatus standing = kind.compareTo(Drift.SEMANTIC) >= 0 ? CellStatus.FAIL : CellStatus.DRIFT;
        return new Finding(line, standing, Optional.of(kind), true, diff, OptionalInt.empty(), actual, pair);
    }

    /**
     * A finding for an error.
     *
     * @param kind the kind of the known difference between servers that caused it
     */
    public static Finding error(int line, Optional<Drift> kind, List<String> words) {
        String first = words.isEmpty() ? "" : words.get(0);
        return new Finding(line, CellStatus.FAIL, kind, false, words, OptionalInt.empty(), words, first);
    }

    /** The same with a remark that an earlier step failed, which may be the cause. */
    Finding after(OptionalInt earlier) {
        return earlier.isEmpty() ? this : new Finding(line, standing, kind, output, words, earlier, compared, message);
    }

    /** {@code drift.cosmetic}, {@code fail.semantic}, {@code fail.error}: a type for programs. */
    public String type() {
        return standing + "." + (kind.isEmpty() ? "error" : kindLabel());
    }

    /** {@code drift, cosmetic}. */
    public String label() {
        return standing + (kind.isEmpty() ? "" : ", " + kindLabel());
    }

    /** {@code cosmetic}, {@code renamed}, {@code removed} or {@code semantic}; empty for an error. */
    String kindLabel() {
        return kind.map(Drift::label).orElse("");
    }

    /** The words with the position in a file and the kind of problem. */
    List<String> lines(String file) {
        List<String> lines = new ArrayList<>(words);
        if (output) {
            lines.add(0, "ERROR:  the output is not the expected one");
        }
        String adapted = standing == CellStatus.ADAPTED ? "adapted: " : "";
        lines.set(0, file + ":" + line + ": " + adapted + lines.get(0) + remark());
        return lines;
    }

    private String remark() {
        return after.isEmpty() ? "" : ", after line " + after.getAsInt();
    }
}
