package dev.pgduo.course.predicate;

import java.util.stream.Stream;

/** The comparisons of two numbers. */
public enum NumberComparison {
    EQUAL("="),
    LESS("<"),
    GREATER(">");

    private final String sign;

    NumberComparison(String sign) {
        this.sign = sign;
    }

    static NumberComparison of(String sign) {
        return Stream.of(values())
                .filter(each -> each.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the comparison holds for these numbers. */
    public boolean holds(long left, long right) {
        int order = Long.compare(left, right);
        return this == EQUAL ? order == 0 : this == LESS ? order < 0 : order > 0;
    }

    /** The sign in lab files. */
    @Override
    public String toString() {
        return sign;
    }
}
