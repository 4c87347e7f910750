package dev.pgduo.lab.os;

import dev.pgduo.cluster.conf.ClosedTrust;
import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;
import java.util.Map;

/**
 * The names of the lab's paths and ports, as a lab file or a person writes them.
 *
 * @param prompts each node's OS prompt, with its {@code >}
 * @param paths the shown paths and the real ones
 * @param ports the shown ports and the real ones
 */
public record Naming(Map<NodeName, String> prompts, PathAliases paths, PortAliases ports) {
    public Naming {
        prompts = Map.copyOf(prompts);
    }

    /** The reference lab's prompts, with the real paths and ports. */
    public static Naming plain() {
        return new Naming(
                Map.of(NodeName.A, "postgres>", NodeName.B, "postgres2>"),
                new PathAliases(Map.of()),
                new PortAliases(Map.of()));
    }

    /** A node's OS prompt, as {@code postgres2>}. */
    public String prompt(NodeName node) {
        return prompts.getOrDefault(node, node + ">");
    }

    /** The text with all real names replaced by the shown ones. */
    public String toShown(String text) {
        return ClosedTrust.shown(ports.toShown(paths.toShown(text)));
    }

    /** A line of a program's output with all real names replaced by the shown ones. */
    String lineToShown(String line) {
        return ClosedTrust.shown(ports.lineToShown(paths.toShown(line)));
    }

    /** Whether any shown name differs from the real one. */
    public boolean renames() {
        return ports.differ() || !paths.realByShown().isEmpty();
    }

    /** A value of a query's result, with all real names replaced by the shown ones. */
    public String toShownCell(String column, String value) {
        return ports.shownCell(column, toShown(value));
    }

    /** A command line with all real names replaced by the shown ones, without quotes that these do not need. */
    public String toShownCommand(String line) {
        return ClosedTrust.shown(ports.toShown(paths.toShownCommand(line)));
    }

    /** A line for a shell, with all shown names replaced by the real ones. */
    public String toRealInShell(String line) {
        return ports.toReal(paths.toRealInShell(line));
    }

    /** The lines with all real names replaced by the shown ones. */
    public List<String> toShown(List<String> lines) {
        return lines.stream().map(this::toShown).toList();
    }

    /** The text with all shown names replaced by the real ones. */
    public String toReal(String text) {
        return ports.toReal(paths.toReal(text));
    }
}
