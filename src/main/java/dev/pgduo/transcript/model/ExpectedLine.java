package dev.pgduo.transcript.model;

/** One line of an expected block, without the block's indent and bars. Sealed; see {@link Visitor}. */
public sealed interface ExpectedLine {
    /** Its 1-based line in the file. */
    int line();

    /** The line as it was written, without the block's prefix, with its pattern mark. */
    String written();

    /** Hands this line to the method for its kind. */
    <R> R accept(Visitor<R> visitor);

    /** The same line with each {@code %{NAME}} replaced, quoted where it stands inside a pattern. */
    ExpectedLine expand(Captures captures, String source);

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

        @Override
        public Exact expand(Captures captures, String source) {
            return new Exact(line, captures.expand(text, source, line));
        }
    }

    /** {@code ...} alone: any lines, also none. */
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
     * {@code … (glob)}: {@code *} is any text, {@code ?} any one character, a backslash takes the next one literally.
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

        /** The same pattern as a regular expression over the whole line. */
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

    /** One method a kind of line. */
    interface Visitor<R> {
        R exact(Exact line);

        R anyLines(AnyLines line);

        R glob(Glob line);

        R regex(Regex line);
    }
}
