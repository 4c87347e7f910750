package dev.pgduo.shell.screen;

/** A sink that can be pointed elsewhere: at first the standard output, at the prompt the line reader. */
public final class RelaySink implements TextSink {
    private volatile TextSink target;

    public RelaySink(TextSink target) {
        this.target = target;
    }

    /** Sends what comes next to {@code sink}; the answer is where it went until now. */
    public TextSink to(TextSink sink) {
        TextSink before = target;
        target = sink;
        return before;
    }

    @Override
    public void print(String lines) {
        target.print(lines);
    }
}
