package dev.pgduo.lab.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command of a script. */
public sealed interface ScriptCommand {
    /** How it is written, its first line. */
    String source();

    /** A statement. */
    record Sql(String text) implements ScriptCommand {
        private static final Pattern VARIABLE = Pattern.compile("(?<!:):([A-Za-z_\\x{80}-\\x{10FFFF}0-9]+)");

        @Override
        public String source() {
            return text.lines().findFirst().orElse("");
        }

        /** With the variables' values in it; what is no variable stays. */
        String filled(Values values) {
            Matcher matcher = VARIABLE.matcher(text);
            return matcher.replaceAll(found ->
                    Matcher.quoteReplacement(values.text(found.group(1)).orElse(found.group())));
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
