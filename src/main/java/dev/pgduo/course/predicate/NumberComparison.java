package dev.pgduo.course.predicate;

import java.util.stream.Stream;

/** How two numbers are compared. */
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

    /** Whether it holds of these. */
    public boolean holds(long left, long right) {
        int order = Long.compare(left, right);
        return this == EQUAL ? order == 0 : this == LESS ? order < 0 : order > 0;
    }

    /** As labs write it. */
    @Override
    public String toString() {
        return sign;
    }
}
