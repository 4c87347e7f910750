package dev.pgduo.lab.load;

import dev.pgduo.report.Position;
import java.util.List;

/** One command of a script. */
public sealed interface ScriptCommand {
    /** How it is written, its first line. */
    String source();

    /**
     * A statement.
     *
     * @param place where it begins
     * @param parts the same text taken apart
     */
    record Sql(String text, Position place, StatementText parts) implements ScriptCommand {
        public Sql(String text, Position place) {
            this(text, place, StatementText.of(text));
        }

        @Override
        public String source() {
            return text.lines().findFirst().orElse("");
        }

        /** With the variables' values in it; what is no variable stays. */
        String filled(Values values) {
            return parts.filled(values);
        }

        /**
         * The place of a character of {@link #filled(Values)}.
         *
         * @param character its number, from 1
         */
        Position place(Values values, int character) {
            String before = text.substring(0, Math.min(text.length(), parts.unfilled(values, character - 1)));
            int lines = (int) before.chars().filter(letter -> letter == '\n').count();
            int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            return new Position(place.source(), place.line() + lines, column + (lines == 0 ? place.column() : 1));
        }

        /** With {@code $1} in place of the first variable, and so on. */
        String numbered() {
            return parts.numbered();
        }

        /** The values of {@link #numbered()}. */
        List<String> parameters(Values values) {
            return parts.parameters(values);
        }
    }

    /** {@code \\set NAME EXPRESSION}. */
    record Set(String source, String name, Formula formula) implements ScriptCommand {
        void run(Values values) {
            Number value = formula.of(values);
            values.set(name, value.toString());
        }
    }

    /** {@code \\sleep NUMBER UNIT}; the formula is in microseconds. */
    record Pause(String source, Formula micros) implements ScriptCommand {}
}
