package dev.pgduo.transcript.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says of servers that it names by their ports, where ports tell them from each other. */
final class PortWords {
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}])(?:(?:server|instance|cluster|node|serveur|servidor|nodo|сервер|кластер|инстанс|узл|узел|нод)\\p{L}{0,3}\\s+(?:(?:at|on|with|на|с|sur|en)\\s+)?(?:the\\s+)?)?"
                    + "(?:(?:port|порт|puerto)\\p{L}{0,3}\\s+)?:?(\\d{4,5})(?![\\p{L}\\p{N}])(?!\\.\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final ForeignNodes facts;

    PortWords(ForeignNodes facts) {
        this.facts = facts;
    }

    /** The text with "node1" and "node2" for servers named by their ports. */
    String plain(String text) {
        if (!facts.apart()) {
            return text;
        }
        return NAMED.matcher(text).replaceAll(found -> {
            String node = facts.nodeAt(Integer.parseInt(found.group(1)));
            boolean bare = found.group().matches("\\d+");
            return Matcher.quoteReplacement(
                    node == null || bare ? found.group() : node.equals("a") ? "node1" : "node2");
        });
    }
}
