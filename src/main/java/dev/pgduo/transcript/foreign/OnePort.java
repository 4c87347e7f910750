package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose the only port is that the commands of a document name, as the text above those commands says.
 *
 * @param port the port; 0 where the commands name none, or several
 * @param nodes the nodes that the text speaks of where a client calls this port
 * @param others the nodes that it speaks of where a client calls no port
 */
record OnePort(int port, Set<String> nodes, Set<String> others) {
    private static final Pattern OTHER = Pattern.compile(
            "(?is).*(?<!\\p{L})(?:on|at|to)\\s+the\\s+(?:last|other|remote|final)\\s+(?:node|server|host|machine|instance)(?!\\p{L}).*");

    static OnePort of(List<Item> items) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (Item item : items) {
            if (item instanceof ForeignStep step) {
                ports.addAll(ForeignNodes.ports(step.text()));
            }
        }
        OnePort one = new OnePort(ports.size() == 1 ? ports.iterator().next() : 0, new HashSet<>(), new HashSet<>());
        if (one.port() > 0) {
            one.read(items);
        }
        return one;
    }

    private void read(List<Item> items) {
        String node = "";
        for (Item item : items) {
            if (item instanceof ForeignStep step) {
                called(step, node);
            } else if (item instanceof Item.Title title) {
                node = said(title.line().text(), node);
            } else if (item instanceof Item.Prose prose) {
                node = said(prose.lines().stream().map(DocLine::text).collect(Collectors.joining("\n")), node);
            }
        }
    }

    private static String said(String text, String before) {
        @Nullable String node = Hints.nodeOfProse(text);
        return node != null ? node : OTHER.matcher(text).matches() ? "b" : before;
    }

    private void called(ForeignStep step, String node) {
        Optional<ForeignPsqlLine> psql = step.sql()
                ? Optional.empty()
                : ForeignPsqlLine.read(step.text()).filter(OnePort::local);
        String word = Hints.nodeOfName(step.prompt().name());
        String where = word == null ? node : word;
        psql.ifPresent(line -> (line.port() == port ? nodes : others).add(where));
    }

    private static boolean local(ForeignPsqlLine psql) {
        String host = psql.host();
        return host == null || host.matches("localhost|127\\.0\\.0\\.1");
    }

    /** Whether it is the first node's, and not the second one's as a port beside the standard one is. */
    boolean first() {
        return nodes.equals(Set.of("a")) && !others.contains("a") && !others.contains("");
    }

    /** Whether it is the second node's, also where no call of psql says where the prompts of the first one come from. */
    boolean second() {
        return nodes.equals(Set.of("b")) && !others.contains("b");
    }

    /** Whether both servers have it, each on a machine of its own. */
    boolean shared() {
        return nodes.containsAll(Set.of("a", "b")) && others.isEmpty();
    }
}
