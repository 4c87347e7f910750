package dev.pgduo.transcript.model;

/** One line of expected output, without the block's indentation and bars. Sealed; see {@link Visitor}. */
public sealed interface ExpectedLine {
    /** Its line in the file, from 1. */
    int line();

    /** The line as it is in the file, without the block's prefix, with its pattern mark. */
    String written();

    /** Calls the method for this kind of line. */
    <R> R accept(Visitor<R> visitor);

    /** The same line with each {@code %{NAME}} replaced; values are quoted within a pattern. */
    ExpectedLine expand(Captures captures, String source);

    /** A line that is compared literally, except for volatile values. */
    record Exact(int line, String text) implements ExpectedLine {
        @Override
        public String written() {
            return text;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exact(this);
        }

        @Override
        public Exact expand(Captures captures, String source) {
            return new Exact(line, captures.expand(text, source, line));
        }
    }

    /** {@code ...} alone: any number of lines. */
    record AnyLines(int line, String written) implements ExpectedLine {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyLines(this);
        }

        @Override
        public AnyLines expand(Captures captures, String source) {
            return this;
        }
    }

    /**
     * {@code … (glob)}: {@code *} matches any text, {@code ?} any one character, a backslash makes the next one literal.
     *
     * @param pattern the text before the mark
     */
    record Glob(int line, String pattern) implements ExpectedLine {
        @Override
        public String written() {
            return pattern + ExpectedLines.GLOB;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.glob(this);
        }

        @Override
        public Glob expand(Captures captures, String source) {
            return new Glob(line, captures.expand(pattern, source, line, ExpectedLines::quoteGlob));
        }

        /** The same pattern as a regular expression for the whole line. */
        public String regex() {
            return ExpectedLines.globToRegex(pattern);
        }
    }

    /**
     * {@code … (re)}: a {@link java.util.regex.Pattern} that must match the whole line.
     *
     * @param pattern the text before the mark
     */
    record Regex(int line, String pattern) implements ExpectedLine {
        @Override
        public String written() {
            return pattern + ExpectedLines.REGEX;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.regex(this);
        }

        @Override
        public Regex expand(Captures captures, String source) {
            return new Regex(line, captures.expand(pattern, source, line, ExpectedLines::quoteRegex));
        }
    }

    /** One method for each kind of line. */
    interface Visitor<R> {
        R exact(Exact line);

        R anyLines(AnyLines line);

        R glob(Glob line);

        R regex(Regex line);
    }
}
