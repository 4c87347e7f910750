package dev.pgduo.lab.load;

/** What a {@code \\set}, {@code \\sleep} or {@code \\if} computes. Immutable. */
@FunctionalInterface
interface Formula {
    /** What is not known. */
    Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** Where a number is needed and it is not known; a function of it is not known either. */
    ScriptError UNKNOWN = new ScriptError("cannot coerce null to int");

    /** The value: a Long, a Double, a Boolean, or {@link #NULL}. */
    Object of(Values values);

    /** The value as a number. */
    default Number number(Values values) {
        return number(of(values));
    }

    /**
     * A value that must be a number.
     *
     * @throws ScriptError when it is none
     */
    static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw value == NULL ? UNKNOWN : new ScriptError("cannot coerce " + type(value) + " to int");
    }

    /**
     * A value that must be true or false.
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

    /** Whether a branch is taken for it: any number but 0 counts as true, what is not known as false. */
    static boolean truth(Object value) {
        return value instanceof Number number ? number.doubleValue() != 0 : value instanceof Boolean bool && bool;
    }

    /** A whole number. */
    static long whole(Object value) {
        Number number = number(value);
        if (number instanceof Long exact) {
            return exact;
        }
        return Math.round(number.doubleValue());
    }
}
