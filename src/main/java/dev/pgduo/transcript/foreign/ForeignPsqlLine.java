package dev.pgduo.transcript.foreign;

import dev.pgduo.scan.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shell line that calls psql.
 *
 * @param arguments the words after {@code psql}
 * @param port the port in it, or 0
 * @param host the host in it, or null
 * @param interactive whether it opens a session
 */
record ForeignPsqlLine(String arguments, int port, @Nullable String host, boolean interactive) {
    private static final Pattern PREFIX = Pattern.compile(
            "(?:sudo\\s+(?:-\\w+\\s+(?:postgres\\s+)?|-\\w+u\\s*postgres\\s+|--\\w+(?:=\\S+)?\\s+)*)?(?:PG\\w+=\\S+\\s+)*(?:[A-Za-z]:\\\\[^|<>]*\\\\|\\S*[/\\\\])?psql(?:\\.exe)?(?=\\s|$)\\s*(.*)",
            Pattern.DOTALL);
    private static final Pattern PORT =
            Pattern.compile("(?:-p\\s*|--port[= ]|\\bport=|PGPORT=|postgres(?:ql)?://[^/\\s]*:)(\\d{2,5})");
    private static final Pattern HOST =
            Pattern.compile("(?:-h\\s*|--host[= ]|\\bhost=|PGHOST=|postgres(?:ql)?://(?:[^@/\\s]*@)?)([\\w./-]+)");
    private static final Pattern ENDING =
            Pattern.compile("-(?!-)\\w*[cflV].*|--(?:command|file|list|version|help).*|-\\?");

    /** Parses a line; empty when it does anything else than calling psql. */
    static Optional<ForeignPsqlLine> read(String line) {
        Optional<Container> container = Container.read(line);
        Matcher matcher = PREFIX.matcher(container.map(Container::command).orElseGet(line::strip));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ShellWords words = ShellWords.of(matcher.group(1));
        List<String> all = new ArrayList<>(words.words());
        boolean interactive = words.simple()
                && all.stream().noneMatch(word -> ENDING.matcher(word).matches());
        Matcher port = PORT.matcher(line);
        Matcher host = HOST.matcher(line);
        return Optional.of(new ForeignPsqlLine(
                matcher.group(1).strip(),
                port.find() ? Integer.parseInt(port.group(1)) : 0,
                container.map(Container::name).orElseGet(() -> host.find() ? host.group(1) : null),
                interactive));
    }
}
