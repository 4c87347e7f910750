package dev.pgduo.shell.screen;

/** A sink whose destination can be changed: initially the standard output, at the prompt the line reader. */
public final class RelaySink implements TextSink {
    private volatile TextSink target;

    public RelaySink(TextSink target) {
        this.target = target;
    }

    /** Sends text to {@code sink} from now on; returns the former destination. */
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
