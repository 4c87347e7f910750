package dev.pgduo.shell;

import java.io.PrintWriter;
import java.io.Reader;

/**
 * Where a run reads from and prints to; all text is UTF-8.
 *
 * @param interactive whether both ends are a terminal, so that the line reader takes over
 */
public record Streams(Reader in, PrintWriter out, PrintWriter err, boolean interactive) {}
