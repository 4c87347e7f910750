package dev.pgduo.export.drift;

import java.util.List;

/**
 * One difference between what a lab records and what a server did.
 *
 * @param line 1-based line of the step
 * @param standing {@code adapted}, {@code drift} or {@code fail}
 * @param kind {@code cosmetic}, {@code renamed}, {@code removed} or {@code semantic}; empty for an error
 * @param text the reason, the diff or the error, line by line
 */
public record Difference(int line, String standing, String kind, List<String> text) {
    public Difference {
        text = List.copyOf(text);
    }
}
