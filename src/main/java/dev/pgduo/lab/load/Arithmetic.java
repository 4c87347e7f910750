package dev.pgduo.lab.load;

/** Arithmetic as in pgbench: integers stay integers, and an overflow is an error. */
final class Arithmetic {
    private Arithmetic() {}

    private static boolean whole(Number one, Number other) {
        return one instanceof Long && other instanceof Long;
    }

    private static ScriptError range(String operation) {
        return new ScriptError("bigint " + operation + " out of range");
    }

    static Number add(Number one, Number other) {
        try {
            return whole(one, other)
                    ? (Number) Math.addExact(one.longValue(), other.longValue())
                    : Double.valueOf(one.doubleValue() + other.doubleValue());
        } catch (ArithmeticException e) {
            throw range("add");
        }
    }

    static Number subtract(Number one, Number other) {
        try {
            return whole(one, other)
                    ? (Number) Math.subtractExact(one.longValue(), other.longValue())
                    : Double.valueOf(one.doubleValue() - other.doubleValue());
        } catch (ArithmeticException e) {
            throw range("sub");
        }
    }

    static Number multiply(Number one, Number other) {
        try {
            return whole(one, other)
                    ? (Number) Math.multiplyExact(one.longValue(), other.longValue())
                    : Double.valueOf(one.doubleValue() * other.doubleValue());
        } catch (ArithmeticException e) {
            throw range("mul");
        }
    }

    static Number divide(Number one, Number other) {
        if (!whole(one, other)) {
            return one.doubleValue() / other.doubleValue();
        }
        require(other);
        if (other.longValue() == -1 && one.longValue() == Long.MIN_VALUE) {
            throw range("div");
        }
        return one.longValue() / other.longValue();
    }

    static Number modulo(Number one, Number other) {
        Long divisor = Formula.whole(other);
        require(divisor);
        return divisor == -1 ? 0 : Formula.whole(one) % divisor;
    }

    private static void require(Number divisor) {
        if (divisor.longValue() == 0) {
            throw new ScriptError("division by zero");
        }
    }
}
