package dev.pgduo.shell.screen;

/** A sink that can be pointed elsewhere: at first the standard output, at the prompt the line reader. */
public final class RelaySink implements Sink {
    private volatile Sink target;

    public RelaySink(Sink target) {
        this.target = target;
    }

    /** Sends what comes next to {@code sink}. */
    public void to(Sink sink) {
        target = sink;
    }

    @Override
    public void print(String lines) {
        target.print(lines);
    }
}
