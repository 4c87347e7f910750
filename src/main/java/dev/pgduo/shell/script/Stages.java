package dev.pgduo.shell.script;

import dev.pgduo.shell.Backstage;
import java.io.PrintWriter;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What it takes to play several labs at once.
 *
 * @param backstages gives each worker rooms of its own
 * @param terminal whether this writer is the terminal itself, where a line can be written over
 */
public record Stages(Supplier<Backstage> backstages, Predicate<PrintWriter> terminal) {}
