package dev.pgduo.lab.load;

/** The expression of a {@code \\set}, {@code \\sleep} or {@code \\if}. Immutable. */
@FunctionalInterface
interface Formula {
    /** The unknown value, as SQL's null. */
    Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** The error when a number is needed and the value is null; a function with such an argument returns null instead. */
    ScriptError UNKNOWN = new ScriptError("cannot coerce null to int");

    /** The value: a Long, a Double, a Boolean, or {@link #NULL}. */
    Object of(Values values);

    /** The value as a number. */
    default Number number(Values values) {
        return number(of(values));
    }

    /**
     * Requires that a value is a number.
     *
     * @throws ScriptError when it is no number
     */
    static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw value == NULL ? UNKNOWN : new ScriptError("cannot coerce " + type(value) + " to int");
    }

    /**
     * Requires that a value is true or false.
     *
     * @throws ScriptError when it is neither
     */
    static boolean bool(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw new ScriptError("cannot coerce " + type(value) + " to boolean");
    }

    private static String type(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Long ? "int" : value instanceof Double ? "double" : "null";
    }

    /** Whether a condition with this value holds: any number except 0 counts as true, null as false. */
    static boolean truth(Object value) {
        return value instanceof Number number ? number.doubleValue() != 0 : value instanceof Boolean bool && bool;
    }

    /** A value as an integer. */
    static long whole(Object value) {
        Number number = number(value);
        if (number instanceof Long exact) {
            return exact;
        }
        return Math.round(number.doubleValue());
    }
}
