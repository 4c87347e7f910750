package dev.pgduo.lab.load;

import dev.pgduo.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command of a script. */
public sealed interface ScriptCommand {
    /** How it is written, its first line. */
    String source();

    /**
     * A statement.
     *
     * @param place where it begins
     */
    record Sql(String text, Position place) implements ScriptCommand {
        private static final Pattern VARIABLE = Pattern.compile("(?<!:):([A-Za-z_\\x{80}-\\x{10FFFF}0-9]+)");

        @Override
        public String source() {
            return text.lines().findFirst().orElse("");
        }

        /** With the variables' values in it; what is no variable stays. */
        public String filled(Values values) {
            Matcher matcher = VARIABLE.matcher(text);
            return matcher.replaceAll(found ->
                    Matcher.quoteReplacement(values.text(found.group(1)).orElse(found.group())));
        }

        /**
         * The place of a character of {@link #filled(Values)}.
         *
         * @param character its number, from 1
         */
        public Position place(Values values, int character) {
            String before = text.substring(0, Math.min(text.length(), unfilled(values, character - 1)));
            int lines = (int) before.chars().filter(letter -> letter == '\n').count();
            int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            return new Position(place.source(), place.line() + lines, column + (lines == 0 ? place.column() : 1));
        }

        private int unfilled(Values values, int wanted) {
            int there = 0;
            int here = 0;
            Matcher matcher = VARIABLE.matcher(text);
            while (matcher.find() && there + matcher.start() - here < wanted) {
                int begin = there + matcher.start() - here;
                int end = begin
                        + values.text(matcher.group(1)).orElse(matcher.group()).length();
                if (end > wanted) {
                    return matcher.start();
                }
                there = end;
                here = matcher.end();
            }
            return here + wanted - there;
        }

        /** With {@code $1} in place of the first variable, and so on. */
        String numbered() {
            int[] number = new int[1];
            return VARIABLE.matcher(text).replaceAll(found -> "\\$" + ++number[0]);
        }

        /** The values of {@link #numbered()}. */
        List<String> parameters(Values values) {
            List<String> parameters = new ArrayList<>();
            Matcher matcher = VARIABLE.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1);
                parameters.add(
                        values.text(name).orElseThrow(() -> new ScriptError("undefined variable \"" + name + "\"")));
            }
            return parameters;
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
