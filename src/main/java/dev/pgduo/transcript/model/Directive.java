package dev.pgduo.transcript.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@code %} line other than {@code %if}; sealed. */
public sealed interface Directive {
    /** What is gathered so far with this directive added. */
    Directives addTo(Directives directives);

    /** Whether it speaks about the output above it rather than about the next step. */
    default boolean looksBack() {
        return false;
    }

    /** Whether it speaks about the next step. */
    default boolean looksForward() {
        return !looksBack() && !ofTask();
    }

    /** Whether it says something about the task that it stands in. */
    default boolean ofTask() {
        return false;
    }

    /** The same wherever it stands. */
    default Directive placeless() {
        return this;
    }

    /** {@code %capture NAME = …}: takes a value out of the last output. */
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
        /** The line. */
        public String written() {
            return "%expect-error" + (sqlState == null ? "" : " " + sqlState);
        }

        @Override
        public Directives addTo(Directives directives) {
            return directives.with(this);
        }
    }

    /** {@code %unordered}: the rows are compared as a set. */
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

    /** {@code %eventually 10s}: the read is run again until it matches; null means the header's {@code retry}. */
    record Eventually(@Nullable Duration within) implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.with(this);
        }
    }

    /** {@code %no-catchup}: no inferred wait before the next step. */
    record NoCatchup() implements Directive {
        @Override
        public Directives addTo(Directives directives) {
            return directives.withNoCatchup();
        }
    }

    /** {@code %set NAME = value}: the value of {@code %{NAME}} from here on; governs nothing. */
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

    /** {@code %include FILE}: the file's lines follow, as if they stood here; governs nothing. */
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

    /** {@code %note text}: for the presenter only; governs nothing. */
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

    /** {@code %check predicate}: holds when the task is done. */
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

    /** {@code %wrong commands}: what does not do the task. */
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
