package dev.pgduo.shell.pane;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.session.PsqlSession;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens the session for a typed {@code psql} line: session 1 is for node a, session 2 for node b, further ones are additional.
 */
record PsqlLine(LabSessions desk) {
    /** The word that asks for an additional session. */
    static final String NEW = "--new";

    private static final List<String> NODES = List.of("a", "b", "primary", "standby");

    /**
     * The session that a line has opened.
     *
     * @param anew whether it was not open before, or was opened again with other options
     */
    record Opened(int number, boolean anew) {}

    /**
     * Opens the session for a line; a suitable one that is open is kept.
     *
     * @param from the node of the prompt, which is the default
     * @param typed the words after {@code psql}; the first one may be a node
     */
    Opened open(NodeName from, List<String> typed) {
        List<String> words = typed.stream().filter(word -> !word.equals(NEW)).toList();
        boolean named = !words.isEmpty() && NODES.contains(words.get(0).toLowerCase(Locale.ROOT));
        NodeName node = named ? desk.lab().resolve(words.get(0)) : from;
        List<String> rest = named ? words.subList(1, words.size()) : words;
        return words.size() < typed.size() ? another(node, rest) : open(node, rest, named);
    }

    private Opened open(NodeName node, List<String> words, boolean named) {
        PsqlArguments arguments = PsqlArguments.of(words);
        Integer port = arguments.port();
        int number = port == null || named
                ? numberOf(node)
                : sessionAt(desk.naming().ports().real(port)).orElse(numberOf(node));
        boolean open = isOpen(number, arguments);
        if (!open) {
            desk.open(number, port == null ? at(node, words) : words);
        }
        return new Opened(number, !open);
    }

    private Opened another(NodeName node, List<String> words) {
        int number = desk.sessions().stream().reduce(numberOf(NodeName.B), Math::max) + 1;
        desk.open(number, at(node, words));
        return new Opened(number, true);
    }

    private Optional<Integer> sessionAt(int port) {
        return Arrays.stream(NodeName.values())
                .filter(name -> desk.lab().port(name) == port)
                .map(PsqlLine::numberOf)
                .findFirst();
    }

    private boolean isOpen(int number, PsqlArguments arguments) {
        if (!desk.isOpen(number)) {
            return false;
        }
        PsqlSession session = desk.session(number).session();
        Endpoint now = session.endpoint();
        String user = arguments.user();
        String database = arguments.database();
        PsqlStyle style = arguments.style();
        if (style != null && !style.equals(session.style())) {
            return false;
        }
        return (user == null || user.equals(now.user())) && (database == null || database.equals(now.database()));
    }

    private List<String> at(NodeName node, List<String> words) {
        int port = desk.lab().port(node);
        List<String> all = new ArrayList<>(List.of(
                "-h", "127.0.0.1", "-p", Integer.toString(desk.naming().ports().shown(port))));
        all.addAll(words);
        return all;
    }

    /** The psql line that opens a session again with its present connection. */
    String again(int number) {
        Endpoint now = desk.session(number).session().endpoint();
        String database = now.database().equals(now.user()) ? "" : " -d " + now.database();
        String host = now.host().startsWith("/") ? "" : "-h " + now.host() + " ";
        return "psql " + host + "-p " + now.port() + " -U " + now.user() + database;
    }

    private static int numberOf(NodeName node) {
        return node == NodeName.A ? 1 : 2;
    }
}
