package dev.pgduo.replay;

import dev.pgduo.replay.compare.Diff;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.report.ErrorReport;
import java.util.List;

/** What became of one step. */
public sealed interface Verdict {
    /** Whether the step counts against the file. */
    default boolean failed() {
        return false;
    }

    /** Hands this verdict to the method for its kind. */
    <R> R accept(Visitor<R> visitor);

    /** The output was the expected one, or nothing was expected and nothing went wrong. */
    record Matched() implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matched(this);
        }
    }

    /** The output was the expected one once these reasons are granted. */
    record Adapted(List<String> reasons) implements Verdict {
        public Adapted {
            reasons = List.copyOf(reasons);
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
     */
    record Differs(Diff diff, List<String> notes, Rules rules) implements Verdict {
        public Differs {
            notes = List.copyOf(notes);
        }

        @Override
        public boolean failed() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.differs(this);
        }
    }

    /** The step could not be carried out, or ended in an error that nobody announced. */
    record Broken(ErrorReport report) implements Verdict {
        @Override
        public boolean failed() {
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

        R adapted(Adapted verdict);

        R differs(Differs verdict);

        R broken(Broken verdict);

        R pending(Pending verdict);

        R skipped(Skipped verdict);
    }
}
