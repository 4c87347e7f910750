package dev.pgduo.replay.event;

import dev.pgduo.replay.Verdict;

/** The result of a step, in one word. */
enum VerdictWord implements Verdict.Visitor<String> {
    IN_A_LOG;

    @Override
    public String matched(Verdict.Matched verdict) {
        return "matched";
    }

    @Override
    public String notCompared(Verdict.NotCompared verdict) {
        return verdict.failed() ? "failed" : "not compared";
    }

    @Override
    public String adapted(Verdict.Adapted verdict) {
        return "adapted";
    }

    @Override
    public String differs(Verdict.Differs verdict) {
        return "failed";
    }

    @Override
    public String broken(Verdict.Broken verdict) {
        return "failed";
    }

    @Override
    public String pending(Verdict.Pending verdict) {
        return "pending";
    }

    @Override
    public String skipped(Verdict.Skipped verdict) {
        return "skipped";
    }
}
