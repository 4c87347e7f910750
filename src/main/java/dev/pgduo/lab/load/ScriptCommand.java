package dev.pgduo.lab.load;

import dev.pgduo.report.Position;
import java.util.List;

/** One command of a script. */
public sealed interface ScriptCommand {
    /** The first line of the command as it is written. */
    String source();

    /**
     * An SQL statement.
     *
     * @param place where it begins in the script
     * @param parts the text, split at its variables
     * @param keep how its rows are used
     */
    record Sql(String text, Position place, StatementText parts, Keep keep) implements ScriptCommand {
        public Sql(String text, Position place) {
            this(text, place, StatementText.of(text), Keep.NOTHING);
        }

        @Override
        public String source() {
            return text.lines().findFirst().orElse("");
        }

        /** The same statement, preceded by another text in one message to the server. */
        public Sql after(String other) {
            return new Sql(other + text, place, StatementText.of(other + text), keep);
        }

        /** The same statement, with another use of its rows. */
        Sql keeping(Keep other) {
            return new Sql(text, place, parts, other);
        }

        /** The text with the variables' values; a name that is no variable stays. */
        String filled(Values values) {
            return parts.filled(values);
        }

        /**
         * The position in the script of a character of {@link #filled(Values)}.
         *
         * @param character the character's number, from 1
         */
        Position place(Values values, int character) {
            String before = text.substring(0, Math.min(text.length(), parts.unfilled(values, character - 1)));
            int lines = (int) before.chars().filter(letter -> letter == '\n').count();
            int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            return new Position(place.source(), place.line() + lines, column + (lines == 0 ? place.column() : 1));
        }

        /** The text with {@code $1} in place of the first variable, and so on. */
        String numbered() {
            return parts.numbered();
        }

        /** The values of the parameters of {@link #numbered()}. */
        List<String> parameters(Values values) {
            return parts.parameters(values);
        }
    }

    /** {@code \\set NAME EXPRESSION}. */
    record Set(String source, String name, Formula formula) implements ScriptCommand {
        void run(Values values) {
            values.set(name, formula.of(values).toString());
        }
    }

    /** {@code \\sleep NUMBER UNIT}; the formula's result is in microseconds. */
    record Pause(String source, Formula micros) implements ScriptCommand {}

    /** {@code \\if EXPRESSION}, {@code \\elif EXPRESSION}. */
    record Condition(String source, boolean first, Formula formula) implements ScriptCommand {
        boolean holds(Values values) {
            return Formula.truth(formula.of(values));
        }
    }

    /** {@code \\else}, {@code \\endif}. */
    record Turn(String source, boolean last) implements ScriptCommand {}
}
