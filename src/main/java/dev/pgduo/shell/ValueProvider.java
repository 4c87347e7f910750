package dev.pgduo.shell;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * What completion offers for a parameter.
 *
 * @param parameter an argument's name in capitals ({@code NODE}), or an option's with its dashes ({@code --slot})
 * @param values asked at each completion; quick, and never throws
 */
public record ValueProvider(String parameter, Supplier<Collection<String>> values) {}
