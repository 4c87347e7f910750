package dev.pgduo.lab.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement, split at its variables once, whose values are inserted for each transaction.
 *
 * @param literals the texts around the variables: one more than there are variables
 * @param names of the variables
 */
record StatementText(List<String> literals, List<String> names) {
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([A-Za-z_\\x{80}-\\x{10FFFF}0-9]+)");

    StatementText {
        literals = List.copyOf(literals);
        names = List.copyOf(names);
    }

    static StatementText of(String text) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(text);
        int at = 0;
        while (variables.find()) {
            literals.add(text.substring(at, variables.start()));
            names.add(variables.group(1));
            at = variables.end();
        }
        literals.add(text.substring(at));
        return new StatementText(literals, names);
    }

    /** The text with the variables replaced by their values; a name that is no variable stays as it is. */
    String filled(Values values) {
        StringBuilder filled = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            filled.append(value(names.get(i), values)).append(literals.get(i + 1));
        }
        return filled.toString();
    }

    private static String value(String name, Values values) {
        return values.text(name).orElseGet(() -> ":" + name);
    }

    /** Converts an offset in the filled text to the offset in the original text; both begin at 0. */
    int unfilled(Values values, int wanted) {
        int there = 0;
        int here = 0;
        for (int i = 0; i < names.size(); i++) {
            int literal = literals.get(i).length();
            if (wanted < there + literal) {
                break;
            }
            int value = value(names.get(i), values).length();
            if (wanted < there + literal + value) {
                return here + literal;
            }
            there += literal + value;
            here += literal + 1 + names.get(i).length();
        }
        return here + wanted - there;
    }

    /** The text with {@code $1} instead of the first variable, and so on. */
    String numbered() {
        StringBuilder numbered = new StringBuilder(literals.get(0));
        for (int i = 1; i <= names.size(); i++) {
            numbered.append('$').append(i).append(literals.get(i));
        }
        return numbered.toString();
    }

    /** The values of the parameters of {@link #numbered()}. */
    List<String> parameters(Values values) {
        List<String> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(values.text(name).orElseThrow(() -> new ScriptError("undefined variable \"" + name + "\"")));
        }
        return parameters;
    }
}
