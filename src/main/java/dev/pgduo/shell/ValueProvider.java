package dev.pgduo.shell;

import dev.pgduo.shell.command.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What completion offers for a parameter.
 *
 * @param parameter an argument's name in capitals ({@code NODE}), or an option's with its dashes ({@code --slot}); with the
 *     command's name and a blank before it, for the first value of this command only
 * @param values asked at each completion with what is typed of the value; quick, and never throws
 */
public record ValueProvider(String parameter, Function<String, Collection<Suggestions.Word>> values) {
    /** A provider of the same few words each time. */
    public static ValueProvider of(String parameter, List<String> words) {
        return new ValueProvider(
                parameter,
                typed -> words.stream()
                        .map(word -> new Suggestions.Word(word, ""))
                        .toList());
    }
}
