package dev.pgduo.lab.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression: constants, variables, operators with pgbench's precedence ({@code exprparse.y} of 15), {@code CASE},
 * parentheses and functions. For one expression.
 */
final class FormulaReader {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d+\\.\\d*(?:[eE][+-]?\\d+)?|\\.\\d+|\\d+[eE][+-]?\\d+)|(\\d+)|:(\\w+)|(\\w+)"
                    + "|(<<|>>|<=|>=|<>|!=|[-+*/%(),=<>&|#~]))");

    /** The binary operators, those that bind loosest first. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("or"),
            Set.of("and"),
            Set.of("<", ">", "=", "<=", ">=", "<>", "!="),
            Set.of("|", "#", "&", "<<", ">>"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final int COMPARISON = 2;
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "is", "isnull", "notnull", "case", "when", "then", "else", "end");

    private final Matcher tokens;
    private final String text;
    private int at;

    private FormulaReader(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** @throws ScriptError when the text is no expression */
    static Formula read(String text) {
        return new FormulaReader(text).read();
    }

    /** A reader of this text, which also tells how far it has come. */
    static FormulaReader of(String text) {
        return new FormulaReader(text);
    }

    /** The offset of the first token that was not read, from 0. */
    int place() {
        int place = at;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    /** @throws ScriptError when the text is no expression */
    Formula read() {
        Formula formula = level(0);
        if (!text.substring(at).isBlank()) {
            throw wrong();
        }
        return formula;
    }

    private ScriptError wrong() {
        return new ScriptError("syntax error");
    }

    /** The next symbol, or word in lower case; an empty text at the end. */
    private String next() {
        if (!tokens.region(at, text.length()).lookingAt()) {
            return "";
        }
        String symbol = tokens.group(5) == null ? tokens.group(4) : tokens.group(5);
        return symbol == null ? "" : symbol.toLowerCase(Locale.ROOT);
    }

    private boolean takes(String symbol) {
        if (next().equals(symbol)) {
            at = tokens.end();
            return true;
        }
        return false;
    }

    private void require(String symbol) {
        if (!takes(symbol)) {
            throw wrong();
        }
    }

    private Formula level(int level) {
        if (level == LEVELS.size()) {
            return factor();
        }
        if (level == COMPARISON && takes("not")) {
            Formula negated = level(COMPARISON);
            return values -> Operators.not(negated.of(values));
        }
        Formula left = level(level + 1);
        while (LEVELS.get(level).contains(next())) {
            String symbol = next();
            at = tokens.end();
            left = Operators.of(symbol, left, level(level + 1));
        }
        return level == COMPARISON ? known(left) : left;
    }

    /** Reads {@code IS [NOT] NULL|TRUE|FALSE}, {@code ISNULL} and {@code NOTNULL}. */
    private Formula known(Formula tested) {
        if (takes("isnull")) {
            return is(tested, "null", false);
        }
        if (takes("notnull")) {
            return is(tested, "null", true);
        }
        if (!takes("is")) {
            return tested;
        }
        boolean not = takes("not");
        for (String word : List.of("null", "true", "false")) {
            if (takes(word)) {
                return is(tested, word, not);
            }
        }
        throw wrong();
    }

    private static Formula is(Formula tested, String word, boolean not) {
        return values -> tested.of(values).toString().equals(word) != not;
    }

    private Formula factor() {
        if (takes("-")) {
            Formula negated = factor();
            return Operators.of("-", values -> 0L, negated);
        }
        if (takes("+")) {
            return factor();
        }
        if (takes("~")) {
            return Operators.of("#", factor(), values -> -1L);
        }
        if (takes("(")) {
            Formula inner = level(0);
            require(")");
            return inner;
        }
        if (takes("case")) {
            return choice();
        }
        if (RESERVED.contains(next()) || !tokens.region(at, text.length()).lookingAt() || tokens.group(5) != null) {
            throw wrong();
        }
        at = tokens.end();
        String variable = tokens.group(3);
        if (variable != null) {
            return values -> values.value(variable);
        }
        String word = tokens.group(4);
        return word == null ? constant() : word(word.toLowerCase(Locale.ROOT));
    }

    private Formula choice() {
        List<Formula> conditions = new ArrayList<>();
        List<Formula> results = new ArrayList<>();
        while (takes("when")) {
            conditions.add(level(0));
            require("then");
            results.add(level(0));
        }
        if (conditions.isEmpty()) {
            throw wrong();
        }
        Formula otherwise = takes("else") ? level(0) : values -> Formula.NULL;
        require("end");
        return values -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (Formula.truth(conditions.get(i).of(values))) {
                    return results.get(i).of(values);
                }
            }
            return otherwise.of(values);
        };
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

    private Formula word(String word) {
        return switch (word) {
            case "true" -> values -> true;
            case "false" -> values -> false;
            case "null" -> values -> Formula.NULL;
            default -> call(word);
        };
    }

    private Formula call(String name) {
        require("(");
        List<Formula> arguments = new ArrayList<>();
        if (!takes(")")) {
            do {
                arguments.add(level(0));
            } while (takes(","));
            require(")");
        }
        Formula call = Functions.call(name, arguments);
        return values -> {
            try {
                return call.of(values);
            } catch (ScriptError e) {
                if (e == Formula.UNKNOWN) {
                    return Formula.NULL;
                }
                throw e;
            }
        };
    }
}
