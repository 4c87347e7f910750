package dev.pgduo.lab.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement, taken apart once: it is put together anew for each transaction.
 *
 * @param literals what stands around the variables: one more than there are of these
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

    /** With the variables' values in it; what is no variable stays. */
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

    /** The place in the text of what stands there when it is filled; both from 0. */
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

    /** With {@code $1} in place of the first variable, and so on. */
    String numbered() {
        StringBuilder numbered = new StringBuilder(literals.get(0));
        for (int i = 1; i <= names.size(); i++) {
            numbered.append('$').append(i).append(literals.get(i));
        }
        return numbered.toString();
    }

    /** The values of {@link #numbered()}. */
    List<String> parameters(Values values) {
        List<String> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(values.text(name).orElseThrow(() -> new ScriptError("undefined variable \"" + name + "\"")));
        }
        return parameters;
    }
}
