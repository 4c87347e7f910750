package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Determines the node of a shell prompt. */
final class ShellNodes {
    private static final Pattern SSH =
            Pattern.compile("\\s*(?:sudo\\s+)?ssh\\s+(?:-\\S+\\s+(?:\\d+\\s+)?)*(?:[\\w.-]+@)?([\\w.-]+)\\s*");

    private final ForeignNodes facts;
    private final List<String> hosts;
    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable String reached;

    ShellNodes(ForeignNodes facts, List<ForeignStep> steps) {
        this.facts = facts;
        steps.stream()
                .filter(step -> !step.sql())
                .forEach(step -> names.add(step.prompt().name()));
        Set<String> seen = new LinkedHashSet<>();
        names.stream().filter(name -> name.contains("@")).map(ShellNodes::host).forEach(seen::add);
        this.hosts = new ArrayList<>(seen);
    }

    /** A node, and the reason for it. */
    record Found(String node, String reason, boolean guess) {}

    private static String host(String name) {
        return name.substring(name.lastIndexOf('@') + 1);
    }

    /** The node of a command at a shell prompt. */
    Found node(ForeignStep step, @Nullable String hint, String reason) {
        Found found = find(step, hint, reason);
        Matcher ssh = SSH.matcher(step.text());
        Optional<Container> entered = Container.read(step.text()).filter(Container::entered);
        if (ssh.matches() || entered.isPresent()) {
            String target = Hints.nodeOfHost(entered.map(Container::name).orElseGet(() -> ssh.group(1)));
            reached = target == null || target.equals("c") ? reached : target;
        } else if (step.text().matches("(?:exit|logout)\\s*")) {
            reached = null;
        }
        return found;
    }

    private Found find(ForeignStep step, @Nullable String hint, String reason) {
        String name = step.prompt().name();
        String word = Hints.nodeOfName(name);
        if (word != null) {
            return new Found(word.equals("c") ? "b" : word, "the words of the prompt say so", word.equals("c"));
        }
        String pair = pair(name);
        if (pair != null) {
            return new Found(pair, "the two prompts differ in it", true);
        }
        String source = ForeignNodes.copied(step.text());
        if (source != null) {
            return new Found(source, "it copies from the other server", true);
        }
        String named = facts.nodeOf(step.text());
        if (named != null && !(hint != null && facts.common(step.text()))) {
            return new Found(named, "the command names that server's directory or cluster", true);
        }
        String container = Container.read(step.text()).map(Container::node).orElse(null);
        if (container != null) {
            return new Found(
                    container.equals("c") ? "b" : container, "the name of the container or machine says so", true);
        }
        if (reached != null) {
            return new Found(reached, "ssh goes there", true);
        }
        if (hint != null) {
            return new Found(hint, reason, true);
        }
        return new Found("a", "nothing says otherwise", true);
    }

    /**
     * The node of a name by comparison with the other prompts: the first of two hosts is a, or one of two names has a 2 at its
     * end.
     */
    private @Nullable String pair(String name) {
        if (name.contains("@") && hosts.size() == 2) {
            return hosts.indexOf(host(name)) == 0 ? "a" : "b";
        }
        if (name.length() > 1 && name.endsWith("2") && (names.contains(cut(name)) || names.contains(cut(name) + "1"))) {
            return "b";
        }
        String stem = name.endsWith("1") ? cut(name) : name;
        return !stem.isEmpty() && names.contains(stem + "2") ? "a" : null;
    }

    private static String cut(String name) {
        return name.substring(0, name.length() - 1);
    }
}
