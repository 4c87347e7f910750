package dev.pgduo.lab.load;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The functions of expressions. */
final class Functions {
    private Functions() {}

    /** @throws ScriptError when there is no function of this name with this number of arguments */
    static Formula call(String name, List<Formula> arguments) {
        int count = arguments.size();
        return switch (name) {
            case "random" -> {
                require(name, count == 2);
                yield values -> random(values, arguments);
            }
            case "abs" -> {
                require(name, count == 1);
                yield values -> absolute(arguments.get(0).number(values));
            }
            case "int" -> {
                require(name, count == 1);
                yield values -> Formula.whole(arguments.get(0).number(values));
            }
            case "double" -> {
                require(name, count == 1);
                yield values -> arguments.get(0).number(values).doubleValue();
            }
            case "sqrt" -> {
                require(name, count == 1);
                yield values -> Math.sqrt(arguments.get(0).number(values).doubleValue());
            }
            case "mod" -> {
                require(name, count == 2);
                yield values -> Arithmetic.modulo(
                        arguments.get(0).number(values), arguments.get(1).number(values));
            }
            case "pi" -> {
                require(name, count == 0);
                yield values -> Math.PI;
            }
            case "least" -> {
                require(name, count > 0);
                yield values -> all(arguments, values).min(ORDER).orElseThrow();
            }
            case "greatest" -> {
                require(name, count > 0);
                yield values -> all(arguments, values).max(ORDER).orElseThrow();
            }
            default -> throw new ScriptError("unexpected function name \"" + name + "\"");
        };
    }

    private static final Comparator<Number> ORDER = Comparator.comparingDouble(Number::doubleValue);

    private static Stream<Number> all(List<Formula> arguments, Values values) {
        return arguments.stream().map(one -> one.number(values));
    }

    private static void require(String name, boolean fits) {
        if (!fits) {
            throw new ScriptError("unexpected number of arguments (" + name + ")");
        }
    }

    private static Number absolute(Number number) {
        return number instanceof Long whole ? (Number) Math.abs(whole) : Double.valueOf(Math.abs(number.doubleValue()));
    }

    private static Number random(Values values, List<Formula> bounds) {
        long least = Formula.whole(bounds.get(0).of(values));
        long largest = Formula.whole(bounds.get(1).of(values));
        if (least > largest) {
            throw new ScriptError("empty range given to random");
        }
        if (largest - least < 0) {
            throw new ScriptError("random range is too large");
        }
        return least + values.random().nextLong(largest - least + 1);
    }
}
