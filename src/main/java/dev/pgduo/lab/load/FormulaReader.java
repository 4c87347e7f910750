package dev.pgduo.lab.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression: numbers, variables, {@code + - * / %}, parentheses and functions. For one expression. */
final class FormulaReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+\\.\\d*(?:[eE][+-]?\\d+)?|\\.\\d+|\\d+[eE][+-]?\\d+)|(\\d+)|:(\\w+)|(\\w+)|([-+*/%(),]))");

    private final Matcher tokens;
    private final String text;
    private int at;

    private FormulaReader(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** @throws ScriptError when it cannot be read */
    static Formula read(String text) {
        return new FormulaReader(text).read();
    }

    /** A reader of this expression, which can say how far it came. */
    static FormulaReader of(String text) {
        return new FormulaReader(text);
    }

    /** Where the first thing stands that was not read, from 0. */
    int place() {
        int place = at;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    /** @throws ScriptError when it cannot be read */
    Formula read() {
        Formula formula = sum();
        if (!text.substring(at).isBlank()) {
            throw wrong();
        }
        return formula;
    }

    private ScriptError wrong() {
        return new ScriptError("syntax error");
    }

    private boolean takes(String symbol) {
        if (tokens.region(at, text.length()).lookingAt() && symbol.equals(tokens.group(5))) {
            at = tokens.end();
            return true;
        }
        return false;
    }

    private Formula sum() {
        Formula left = product();
        while (true) {
            Formula one = left;
            if (takes("+")) {
                Formula other = product();
                left = values -> Arithmetic.add(one.of(values), other.of(values));
            } else if (takes("-")) {
                Formula other = product();
                left = values -> Arithmetic.subtract(one.of(values), other.of(values));
            } else {
                return left;
            }
        }
    }

    private Formula product() {
        Formula left = factor();
        while (true) {
            Formula one = left;
            if (takes("*")) {
                Formula other = factor();
                left = values -> Arithmetic.multiply(one.of(values), other.of(values));
            } else if (takes("/")) {
                Formula other = factor();
                left = values -> Arithmetic.divide(one.of(values), other.of(values));
            } else if (takes("%")) {
                Formula other = factor();
                left = values -> Arithmetic.modulo(one.of(values), other.of(values));
            } else {
                return left;
            }
        }
    }

    private Formula factor() {
        if (takes("-")) {
            Formula negated = factor();
            return values -> Arithmetic.subtract(0L, negated.of(values));
        }
        if (takes("+")) {
            return factor();
        }
        if (takes("(")) {
            Formula inner = sum();
            close();
            return inner;
        }
        if (!tokens.region(at, text.length()).lookingAt() || tokens.group(5) != null) {
            throw wrong();
        }
        at = tokens.end();
        String variable = tokens.group(3);
        if (variable != null) {
            return values -> values.number(variable);
        }
        String function = tokens.group(4);
        return function == null ? constant() : call(function.toLowerCase(Locale.ROOT));
    }

    private Formula constant() {
        try {
            Number number =
                    tokens.group(1) != null ? (Number) Double.valueOf(tokens.group(1)) : Long.valueOf(tokens.group(2));
            return values -> number;
        } catch (NumberFormatException e) {
            throw new ScriptError("bigint constant overflow");
        }
    }

    private void close() {
        if (!takes(")")) {
            throw wrong();
        }
    }

    private Formula call(String name) {
        if (!takes("(")) {
            throw wrong();
        }
        List<Formula> arguments = new ArrayList<>();
        if (!takes(")")) {
            do {
                arguments.add(sum());
            } while (takes(","));
            close();
        }
        return Functions.call(name, arguments);
    }
}
