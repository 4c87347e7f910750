package dev.pgduo.replay;

import dev.pgduo.replay.compare.Diff;
import dev.pgduo.replay.compare.DiffKind;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The result of one step. */
public sealed interface Verdict {
    /** Whether the step counts against the file. */
    default boolean failed() {
        return false;
    }

    /** Whether later steps may fail because this one did: it did not do what it should. */
    default boolean breaksLater() {
        return false;
    }

    /** What a comparison of the output may overlook, as far as that is known. */
    default Rules rules() {
        return Rules.standard();
    }

    /** Hands this verdict to the method for its kind. */
    <R> R accept(Visitor<R> visitor);

    /** The output was the expected one, or nothing was expected and nothing came. */
    record Matched() implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matched(this);
        }
    }

    /**
     * The step did what it should, but its output is not written, or ignored.
     *
     * @param demanded whether it should be written
     * @param rules what a comparison would overlook
     */
    record NotCompared(boolean demanded, Rules rules) implements Verdict {
        @Override
        public boolean failed() {
            return demanded;
        }

        /** What is wrong when it should be written. */
        public ErrorReport report() {
            return ErrorReport.error("the step has no expected output")
                    .hint("Write it with \"verify --fill FILE\", or put \"%ignore\" above the step.");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notCompared(this);
        }
    }

    /** The output was the expected one once these reasons are granted. */
    record Adapted(List<Reason> granted) implements Verdict {
        public Adapted {
            granted = List.copyOf(granted);
        }

        /** The reasons' words. */
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
     * @param diff where
     * @param notes whole sentences on what else is wrong
     * @param rules what the comparison overlooked
     * @param error whether the step ended in an error
     */
    record Differs(Diff diff, List<String> notes, Rules rules, boolean error) implements Verdict {
        public Differs {
            notes = List.copyOf(notes);
        }

        /** The same with one more sentence. */
        Differs with(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Differs(diff, all, rules, error);
        }

        /** What kind of difference it is. */
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

    /** Why an output may differ, and what kind of difference it is. */
    record Reason(String words, Drift drift) {}

    /**
     * The step could not be carried out, or ended in an error that nobody announced.
     *
     * @param drift what kind of difference between servers is known to be behind it, or empty
     * @param unannounced the SQLSTATE, or an empty text, of the error that nobody announced; empty when that is not what broke it
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

    /** The statement is out; its output comes with a later step. */
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

    /** One method for each kind. */
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
