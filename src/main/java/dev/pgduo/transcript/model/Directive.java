package dev.pgduo.transcript.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@code %} line other than those of {@code %if}; sealed. */
public sealed interface Directive {
    /** The collected directives with this one added. */
    Directives addTo(Directives directives);

    /** Whether it applies to the output above it; otherwise to the next step. */
    default boolean looksBack() {
        return false;
    }

    /** Whether it applies to the next step. */
    default boolean looksForward() {
        return !looksBack() && !ofTask();
    }

    /** Whether it is part of the description of the task that contains it. */
    default boolean ofTask() {
        return false;
    }

    /** The same without its position. */
    default Directive placeless() {
        return this;
    }

    /** {@code %capture NAME = …}: takes a value from the last output. */
    record Capture(int line, String name, CaptureSource from) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.with(this);
        }

        @Override
        public boolean looksBack() {
            return true;
        }

        @Override
        public Directive placeless() {
            return new Capture(0, name, from);
        }
    }

    /** {@code %expect-error [SQLSTATE]}: the next statement must fail, with this code unless it is null. */
    record ExpectError(@Nullable String sqlState) implements Directive {
        /** The directive's text. */
        public String written() {
            return "%expect-error" + (sqlState == null ? "" : " " + sqlState);
        }

        @Override
        public Directives addTo(Directives directives) {
            return directives.with(this);
        }
    }

    /** {@code %unordered}: rows are compared in any order. */
    record Unordered() implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.withUnordered();
        }
    }

    /** {@code %ignore}: the output is not compared. */
    record Ignore() implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.withIgnore();
        }
    }

    /** {@code %eventually 10s}: the read is repeated until its output matches; null stands for the header's {@code retry}. */
    record Eventually(@Nullable Duration within) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.with(this);
        }
    }

    /** {@code %no-catchup}: pgduo does not wait before the next step. */
    record NoCatchup() implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.withNoCatchup();
        }
    }

    /** {@code %set NAME = value}: the value of {@code %{NAME}} from here on; applies to no step. */
    record Set(String name, String value) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean looksForward() {
            return false;
        }
    }

    /** {@code %include FILE}: the file's lines are inserted here; applies to no step. */
    record Include(String file) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean looksForward() {
            return false;
        }
    }

    /** {@code %note text}: for the presenter only; applies to no step. */
    record Note(String text) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean looksForward() {
            return false;
        }
    }

    /** {@code %hint text}: helps a student with the task. */
    record Hint(String text) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean ofTask() {
            return true;
        }
    }

    /** {@code %check predicate}: a condition that holds when the task is done. */
    record Check(PlacedText predicate) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean ofTask() {
            return true;
        }

        @Override
        public Directive placeless() {
            return new Check(predicate.placeless());
        }
    }

    /** {@code %wrong commands}: commands that do not do the task. */
    record Wrong(PlacedText answer) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives;
        }

        @Override
        public boolean ofTask() {
            return true;
        }

        @Override
        public Directive placeless() {
            return new Wrong(answer.placeless());
        }
    }
}
