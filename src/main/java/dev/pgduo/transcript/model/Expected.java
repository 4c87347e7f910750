package dev.pgduo.transcript.model;

import java.util.List;

/**
 * What a step must print in one environment.
 *
 * @param anchor 1-based line under which new lines go when there are none yet
 * @param prefix indent and bars of its lines
 * @param lines in file order; empty when the step prints nothing
 */
public record Expected(int anchor, BlockPrefix prefix, List<ExpectedLine> lines) {
    public Expected {
        lines = List.copyOf(lines);
    }
}
