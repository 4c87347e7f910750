package dev.pgduo.replay;

/** One way to carry out a step, as often as it takes. */
interface Attempt {
    Outcome run();
}
