package dev.pgduo.shell.screen;

/** A sink that can be pointed elsewhere: at first the standard output, at the prompt the line reader. */
public final class RelaySink implements Sink {
    private volatile Sink target;

    public RelaySink(Sink target) {
        this.target = target;
    }

    /** Sends what comes next to {@code sink}; the answer is where it went until now. */
    public Sink to(Sink sink) {
        Sink before = target;
        target = sink;
        return before;
    }

    @Override
    public void print(String lines) {
        target.print(lines);
    }
}
