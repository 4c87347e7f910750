package dev.pgduo.replay;

/** A way to run a step, which can be repeated. */
interface Attempt {
    Outcome run();
}
