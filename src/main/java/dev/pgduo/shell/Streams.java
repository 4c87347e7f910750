package dev.pgduo.shell;

import java.io.PrintWriter;
import java.io.Reader;

/**
 * The standard streams of a run; all text is UTF-8.
 *
 * @param interactive whether input and output are a terminal, so that the line reader is used
 */
public record Streams(Reader in, PrintWriter out, PrintWriter err, boolean interactive) {}
