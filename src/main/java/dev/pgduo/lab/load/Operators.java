package dev.pgduo.lab.load;

import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The operators of expressions; an unknown operand makes the result unknown. */
final class Operators {
    private static final Map<String, BinaryOperator<Object>> ALL = Map.ofEntries(
            Map.entry("+", (a, b) -> Arithmetic.add(Formula.number(a), Formula.number(b))),
            Map.entry("-", (a, b) -> Arithmetic.subtract(Formula.number(a), Formula.number(b))),
            Map.entry("*", (a, b) -> Arithmetic.multiply(Formula.number(a), Formula.number(b))),
            Map.entry("/", (a, b) -> Arithmetic.divide(Formula.number(a), Formula.number(b))),
            Map.entry("%", (a, b) -> Arithmetic.modulo(Formula.number(a), Formula.number(b))),
            Map.entry("=", (a, b) -> compared(a, b) == 0),
            Map.entry("<>", (a, b) -> compared(a, b) != 0),
            Map.entry("!=", (a, b) -> compared(a, b) != 0),
            Map.entry("<", (a, b) -> compared(a, b) < 0),
            Map.entry("<=", (a, b) -> compared(a, b) <= 0),
            Map.entry(">", (a, b) -> compared(a, b) > 0),
            Map.entry(">=", (a, b) -> compared(a, b) >= 0),
            Map.entry("&", (a, b) -> Formula.whole(a) & Formula.whole(b)),
            Map.entry("|", (a, b) -> Formula.whole(a) | Formula.whole(b)),
            Map.entry("#", (a, b) -> Formula.whole(a) ^ Formula.whole(b)),
            Map.entry("<<", (a, b) -> Formula.whole(a) << Formula.whole(b)),
            Map.entry(">>", (a, b) -> Formula.whole(a) >> Formula.whole(b)));

    private Operators() {}

    private static int compared(Object one, Object other) {
        if (one instanceof Boolean bool && other instanceof Boolean second) {
            return bool.compareTo(second);
        }
        Number a = Formula.number(one);
        Number b = Formula.number(other);
        return a instanceof Long && b instanceof Long
                ? Long.compare(a.longValue(), b.longValue())
                : Double.compare(a.doubleValue(), b.doubleValue());
    }

    /** The operation of this symbol. */
    static Formula of(String symbol, Formula left, Formula right) {
        return switch (symbol.toLowerCase(Locale.ROOT)) {
            case "and" -> values -> and(left.of(values), right, values);
            case "or" -> values -> not(and(not(left.of(values)), other -> not(right.of(other)), values));
            default -> strict(symbol, left, right);
        };
    }

    private static Formula strict(String symbol, Formula left, Formula right) {
        BinaryOperator<Object> operator = ALL.get(symbol);
        if (operator == null) {
            throw new ScriptError("syntax error");
        }
        return values -> {
            Object one = left.of(values);
            Object other = right.of(values);
            return one == Formula.NULL || other == Formula.NULL ? Formula.NULL : operator.apply(one, other);
        };
    }

    /** {@code and}: false if one operand is false, even if the other is unknown. */
    private static Object and(Object left, Formula right, Values values) {
        if (left != Formula.NULL && !Formula.bool(left)) {
            return false;
        }
        Object other = right.of(values);
        if (other != Formula.NULL && !Formula.bool(other)) {
            return false;
        }
        return left == Formula.NULL || other == Formula.NULL ? Formula.NULL : true;
    }

    /** {@code not}. */
    static Object not(Object value) {
        return value == Formula.NULL ? value : (Object) !Formula.bool(value);
    }
}
