package dev.pgduo.shell.screen;

/** A destination of finished text: the terminal, a pipe, or a buffer. */
public interface TextSink {
    /** Prints complete lines, each ending with a newline, at once. From any thread. */
    void print(String lines);
}
