package dev.pgduo.shell.pane;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.PsqlArguments;
import dev.pgduo.session.connection.Endpoint;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.PaneSource;
import dev.pgduo.shell.prompt.PaneSwitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The panes of the current lab's nodes: session 1 is node a's, session 2 node b's. For the loop's thread. */
public final class LabPanes implements PaneSource {
    private static final List<String> NODES = List.of("a", "b", "primary", "standby");

    private static final String NEW = "--new";

    private final PaneTools tools;
    private final Supplier<PaneSwitch> panes;
    private final Map<NodeName, OsPane> shells = new EnumMap<>(NodeName.class);

    /**
     * Panes of the lab that is current.
     *
     * @param panes what is in front; asked when a pane opens another one
     */
    public LabPanes(
            CurrentLab lab, ScreenSide screen, LabBackslash backslash, TypingAids typing, Supplier<PaneSwitch> panes) {
        Backgrounds late = new Backgrounds(screen.screen(), screen.journal());
        this.tools = new PaneTools(lab, screen.screen(), screen.journal(), backslash, late, typing);
        this.panes = panes;
    }

    @Override
    public Pane session(int number) {
        return new SqlPane(number, tools, this);
    }

    @Override
    public Pane shell(String word) {
        NodeName node = lab().resolve(word);
        return shells.computeIfAbsent(node, name -> new OsPane(name, tools, this));
    }

    @Override
    public Optional<Integer> sessionAt(int port) {
        return Arrays.stream(NodeName.values())
                .filter(name -> lab().state().port(name).number() == port)
                .map(LabPanes::numberOf)
                .findFirst();
    }

    @Override
    public int sessionOf(String word) {
        return numberOf(lab().resolve(word));
    }

    /**
     * Opens the session that a typed {@code psql} line leads to, and brings it to the front; an open one is kept.
     *
     * @param from where it was typed, and leads to when it says nothing else
     * @param typed the words behind {@code psql}; the first may be a node
     */
    void open(NodeName from, List<String> typed) {
        if (typed.contains(NEW)) {
            openAnother(from, typed.stream().filter(word -> !word.equals(NEW)).toList());
            return;
        }
        boolean named = namesNode(typed);
        open(named ? lab().resolve(typed.get(0)) : from, named ? typed.subList(1, typed.size()) : typed, named);
    }

    private static boolean namesNode(List<String> words) {
        return !words.isEmpty() && NODES.contains(words.get(0).toLowerCase(Locale.ROOT));
    }

    private void open(NodeName from, List<String> words, boolean named) {
        LabDesk desk = tools.lab().desk();
        PsqlArguments arguments = PsqlArguments.of(words);
        Integer port = arguments.port();
        int number = port == null || named
                ? numberOf(from)
                : sessionAt(desk.naming().ports().real(port)).orElse(numberOf(from));
        if (!isOpen(desk, number, arguments)) {
            desk.open(number, port == null ? at(desk, from, words) : words);
            tools.journal().opened(number, line(desk, number));
        }
        if (!tools.lab().isScripted()) {
            panes.get().toSession(number);
        }
    }

    /** Opens one more session on a node, beside the others, and brings it to the front. */
    void openAnother(NodeName from, List<String> typed) {
        boolean named = namesNode(typed);
        NodeName node = named ? lab().resolve(typed.get(0)) : from;
        List<String> words = named ? typed.subList(1, typed.size()) : typed;
        LabDesk desk = tools.lab().desk();
        int number = desk.sessions().stream().reduce(numberOf(NodeName.B), Math::max) + 1;
        desk.open(number, at(desk, node, words));
        tools.journal().opened(number, line(desk, number));
        if (!tools.lab().isScripted()) {
            panes.get().toSession(number);
        }
    }

    private Lab lab() {
        return tools.lab().lab();
    }

    private static boolean isOpen(LabDesk desk, int number, PsqlArguments arguments) {
        if (!desk.isOpen(number)) {
            return false;
        }
        Endpoint now = desk.session(number).session().endpoint();
        String user = arguments.user();
        String database = arguments.database();
        return (user == null || user.equals(now.user())) && (database == null || database.equals(now.database()));
    }

    private static List<String> at(LabDesk desk, NodeName node, List<String> words) {
        int port = desk.lab().state().port(node).number();
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("-p", Integer.toString(desk.naming().ports().shown(port))));
        return all;
    }

    /** The line that opens a session again as it is. */
    private static String line(LabDesk desk, int number) {
        Endpoint now = desk.session(number).session().endpoint();
        String database = now.database().equals(now.user()) ? "" : " -d " + now.database();
        return "psql -h localhost -p " + now.port() + " -U " + now.user() + database;
    }

    private static int numberOf(NodeName node) {
        return node == NodeName.A ? 1 : 2;
    }
}
