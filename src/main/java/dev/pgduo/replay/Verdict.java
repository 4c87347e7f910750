package dev.pgduo.replay;

import dev.pgduo.replay.compare.Diff;
import dev.pgduo.replay.compare.DiffKind;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict about one step. */
public sealed interface Verdict {
    /** Whether the step is a failure of the lab. */
    default boolean failed() {
        return false;
    }

    /** Whether later steps may fail because of this one, which did not have its effect. */
    default boolean breaksLater() {
        return false;
    }

    /** The rules of the comparison, as far as they are known. */
    default Rules rules() {
        return Rules.standard();
    }

    /** Calls the method for this kind of verdict. */
    <R> R accept(Visitor<R> visitor);

    /** The output was the expected one, or nothing was expected and nothing printed. */
    record Matched() implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matched(this);
        }
    }

    /**
     * The step had its effect, but its expected output is missing or ignored.
     *
     * @param demanded whether the output should be in the file
     * @param rules the rules that a comparison would use
     */
    record NotCompared(boolean demanded, Rules rules) implements Verdict {
        @Override
        public boolean failed() {
            return demanded;
        }

        /** The error when the output should be in the file. */
        public ErrorReport report() {
            return ErrorReport.error("the step has no expected output")
                    .hint("Write it with \"verify --fill FILE\", or put \"%ignore\" above the step.");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notCompared(this);
        }
    }

    /** The output matched with these known differences. */
    record Adapted(List<Reason> granted) implements Verdict {
        public Adapted {
            granted = List.copyOf(granted);
        }

        /** The reasons' texts. */
        public List<String> reasons() {
            return granted.stream().map(Reason::words).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adapted(this);
        }
    }

    /**
     * The output differs.
     *
     * @param diff the difference
     * @param notes whole sentences about further problems
     * @param rules the rules of the comparison
     * @param error whether the step ended in an error
     */
    record Differs(Diff diff, List<String> notes, Rules rules, boolean error) implements Verdict {
        public Differs {
            notes = List.copyOf(notes);
        }

        /** The same with one more note. */
        Differs with(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Differs(diff, all, rules, error);
        }

        /** The kind of the difference. */
        public Drift drift() {
            return DiffKind.of(diff, error);
        }

        @Override
        public boolean failed() {
            return true;
        }

        @Override
        public boolean breaksLater() {
            return error;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.differs(this);
        }
    }

    /** The reason of a known difference, and its kind. */
    record Reason(String words, Drift drift) {}

    /**
     * The step could not be run, or ended in an error that was not announced.
     *
     * @param drift the kind of the known difference between servers that caused it, or empty
     * @param unannounced the SQLSTATE, or an empty text, of the error that was not announced; empty when something else went
     * wrong
     */
    record Broken(ErrorReport report, Optional<Drift> drift, Optional<String> unannounced) implements Verdict {
        public Broken(ErrorReport report) {
            this(report, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean failed() {
            return true;
        }

        @Override
        public boolean breaksLater() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** The statement is waiting; its output belongs to a later step. */
    record Pending() implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pending(this);
        }
    }

    /** The step was not run. */
    record Skipped(String reason) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skipped(this);
        }
    }

    /** One method for each kind of verdict. */
    interface Visitor<R> {
        R matched(Matched verdict);

        R notCompared(NotCompared verdict);

        R adapted(Adapted verdict);

        R differs(Differs verdict);

        R broken(Broken verdict);

        R pending(Pending verdict);

        R skipped(Skipped verdict);
    }
}
