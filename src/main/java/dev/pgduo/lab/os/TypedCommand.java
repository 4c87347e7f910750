package dev.pgduo.lab.os;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of a line.
 *
 * @param text the line as it was typed
 * @param line the command, with simple variables replaced by their values and without assignments before it
 * @param settings the assignments before the command, as {@code PGPORT=5433}
 * @param variables those of the shell into which it was typed
 */
record TypedCommand(String text, String line, Map<String, String> settings, ShellVariables variables) {
    private static final Pattern SETTINGS = Pattern.compile(
            "((?:PG(?:HOST|PORT|USER|DATABASE|PASSWORD|DATA|APPNAME|CONNECT_TIMEOUT)=(?:'[^']*'|\"[^\"$`\\\\]*\"|[\\w@%+:,./-]*)\\s+)+)(\\S.*)");
    private static final Pattern SETTING = Pattern.compile("(\\w+)=(?:'([^']*)'|\"([^\"]*)\"|(\\S*))\\s+");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+:,./-]+");

    TypedCommand {
        settings = Map.copyOf(settings);
    }

    /** Reads a line that consists of one command. */
    static TypedCommand of(String text, String command, ShellVariables variables) {
        String line = expanded(command.replace("\\\n", ""), variables);
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher prefix = SETTINGS.matcher(line);
        if (prefix.matches()) {
            line = prefix.group(2);
            SETTING.matcher(prefix.group(1)).results().forEach(found -> settings.put(found.group(1), firstOf(found)));
        }
        return new TypedCommand(text, line, settings, variables);
    }

    /** The value of a variable that was set before this command or at the prompt. */
    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).or(() -> variables.changed(name));
    }

    private static String firstOf(MatchResult found) {
        for (int group = 2; group < 4; group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group(4);
    }

    /** Replaces variables whose values are simple words; others are left to a shell, which splits them into words. */
    private static String expanded(String text, ShellVariables variables) {
        List<ShellQuote> quotes = ShellQuote.of(text);
        return VARIABLE.matcher(text).replaceAll(found -> {
            boolean quoted = quotes.get(found.start()) == ShellQuote.SINGLE
                    || (found.start() > 0 && text.charAt(found.start() - 1) == '\\');
            Optional<String> value = quoted
                    ? Optional.empty()
                    : variables.value(found.group(1) == null ? found.group(2) : found.group(1));
            return Matcher.quoteReplacement(
                    value.filter(word -> PLAIN.matcher(word).matches()).orElse(found.group()));
        });
    }
}
