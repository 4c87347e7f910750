package dev.pgduo.lab.os;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one line typed at a node's operating-system prompt. */
public final class OsLine {
    private static final Pattern WRAPPED = Pattern.compile("(?:ba)?sh\\s+-c\\s+([\"'])(.*)\\1");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(PGDATA|HOME)\\}?(?=[/\"'\\s]|$)");
    private static final List<Idiom> IDIOMS = Stream.concat(
                    Stream.of(new PgCtlIdiom(), new BaseBackupIdiom(), new PsqlIdiom()), FileIdioms.all().stream())
            .toList();

    private OsLine() {}

    /**
     * What the line means; never fails, as anything that is no idiom is for the real shell.
     *
     * @param variables PGDATA and HOME of the node, for lines that use them in a path
     */
    public static OsAction read(String line, Map<String, String> variables) {
        String text = line.strip();
        Matcher wrapped = WRAPPED.matcher(text);
        String inner = expanded(wrapped.matches() ? wrapped.group(2).strip() : text, variables);
        for (Idiom idiom : IDIOMS) {
            Optional<OsAction> action = idiom.recognise(inner);
            if (action.isPresent()) {
                return action.get();
            }
        }
        return new OsAction.Shell(text);
    }

    private static String expanded(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(variables.getOrDefault(m.group(1), m.group())));
    }
}
