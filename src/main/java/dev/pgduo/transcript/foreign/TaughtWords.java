package dev.pgduo.transcript.foreign;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says in words whose node or session {@code --map} tells, and of ports. */
final class TaughtWords {
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}])(?:(?:server|serveur|servidor|host|node|nœud|noeud|nodo|machine|instance|vm|box|cluster|сервер|узел|узл|хост|нод|машин|вм|кластер)\\p{L}{0,3}\\s+)?[`*_'\"]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Signs of emphasis at the beginning or end of a word. */
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])_{1,2}(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}.:])_{1,2}(?![\\p{L}\\p{N}_])");

    private final PaneMap map;
    private final PortWords ports;

    TaughtWords(PaneMap map, ForeignNodes facts) {
        this.map = map;
        this.ports = new PortWords(facts);
    }

    /** The text as others understand it; where they find nothing in it, what its only word of the map says. */
    String read(String text, Predicate<String> telling) {
        String plain = plain(text);
        String only = plain.equals(text) || telling.test(plain) ? "" : only(text);
        return only.isEmpty() ? plain : only;
    }

    /** The text with the words that every reader understands in their place. */
    String plain(String text) {
        String plain = ports.plain(unmarked(text));
        for (Map.Entry<String, ForeignPane> word : map.words(unmarked(text)).entrySet()) {
            Matcher found = PaneMap.word(word.getKey()).matcher(plain);
            StringBuilder written = new StringBuilder();
            int end = 0;
            while (found.find()) {
                String before = plain.substring(end, found.start());
                written.append(BEFORE.matcher(before).replaceFirst("")).append(plain(word.getValue()));
                end = found.end();
            }
            plain = written.append(plain.substring(end)).toString();
        }
        return plain;
    }

    private static String unmarked(String text) {
        return EMPHASIS.matcher(text).replaceAll("");
    }

    private static String plain(ForeignPane pane) {
        if (Hints.BOTH.equals(pane.node())) {
            return "both nodes";
        }
        String node = pane.node() == null ? "" : pane.node().equals("a") ? "node1" : "node2";
        String session = pane.session() == 0 ? "" : "session " + pane.session();
        return node.isEmpty() || session.isEmpty() ? node + session : session + " on " + node;
    }

    /** A sentence about the only pane whose words the text has, in whatever sense; empty when there is none. */
    private String only(String text) {
        Set<ForeignPane> panes = new LinkedHashSet<>(map.words(unmarked(text)).values());
        if (panes.size() != 1) {
            return "";
        }
        ForeignPane pane = panes.iterator().next();
        return pane.node() == null ? "In " + plain(pane) : pane.session() == 0 ? "On " + plain(pane) : plain(pane);
    }
}
