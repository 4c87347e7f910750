package dev.pgduo.replay.compare;

/** One line of an expected block, without the block's indent and bars. Sealed; see {@link Visitor}. */
public sealed interface ExpectedLine {
    /** Its 1-based line in the file. */
    int line();

    /** The line as it was written, with its pattern mark. */
    String written();

    /** Hands this line to the method for its kind. */
    <R> R accept(Visitor<R> visitor);

    /** A line that is compared word for word after the volatile classes. */
    record Exact(int line, String text) implements ExpectedLine {
        @Override
        public String written() {
            return text;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exact(this);
        }
    }

    /** {@code ...} alone: any lines, also none. */
    record AnyLines(int line, String written) implements ExpectedLine {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyLines(this);
        }
    }

    /** A shell pattern. */
    record Glob(int line, String pattern) implements ExpectedLine {
        @Override
        public String written() {
            return pattern + " (glob)";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.glob(this);
        }
    }

    /** A regular expression. */
    record Regex(int line, String pattern) implements ExpectedLine {
        @Override
        public String written() {
            return pattern + " (re)";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.regex(this);
        }
    }

    /** One method a kind of line. */
    interface Visitor<R> {
        R exact(Exact line);

        R anyLines(AnyLines line);

        R glob(Glob line);

        R regex(Regex line);
    }
}
