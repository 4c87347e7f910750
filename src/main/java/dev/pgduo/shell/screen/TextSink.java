package dev.pgduo.shell.screen;

/** Where finished text goes: the terminal, a pipe, or a buffer. */
public interface TextSink {
    /** Prints whole lines, each ending with a newline, at once. May be called from any thread. */
    void print(String lines);
}
