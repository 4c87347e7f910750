package dev.pgduo.transcript.model;

import java.util.List;

/**
 * The expected output of a step in one environment.
 *
 * @param anchor the line after which new lines are inserted when there are none yet, from 1
 * @param prefix the indentation and bars of its lines
 * @param lines in file order; empty when the step prints nothing
 */
public record Expected(int anchor, BlockPrefix prefix, List<ExpectedLine> lines) {
    public Expected {
        lines = List.copyOf(lines);
    }
}
