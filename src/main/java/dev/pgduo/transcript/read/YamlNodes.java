package dev.pgduo.transcript.read;

import dev.pgduo.report.DidYouMean;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML nodes, and reports nodes of the wrong kind. */
final class YamlNodes {
    private final Problems problems;

    YamlNodes(Problems problems) {
        this.problems = problems;
    }

    /** Reads a mapping with these keys only, each by its reader. */
    void fields(Node node, String what, Map<String, Consumer<Node>> readers) {
        entries(node, what, (key, value) -> {
            Consumer<Node> reader = readers.get(key.getValue());
            if (reader == null) {
                unknown(key, "key \"" + key.getValue() + "\" in " + what, readers.keySet());
            } else {
                reader.accept(value);
            }
        });
    }

    /** Reads every entry of a mapping; duplicate keys are reported. */
    void entries(Node node, String what, BiConsumer<ScalarNode, Node> each) {
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, what + " must be a mapping", "Write one \"key: value\" on each line.");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                wrong(tuple.getKeyNode(), "a key in " + what + " must be one word", null);
            } else if (!seen.add(key.getValue())) {
                wrong(key, "key \"" + key.getValue() + "\" is given twice", "Remove one of them.");
            } else {
                each.accept(key, tuple.getValueNode());
            }
        }
    }

    /** The texts of a list, or of one scalar. */
    List<ScalarNode> list(Node node, String what) {
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<ScalarNode> texts = items.stream()
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .toList();
        if (texts.size() < items.size()) {
            wrong(node, "\"" + what + "\" must be a list of words", null);
        }
        return texts;
    }

    /** A scalar's text as it is in the file, or null when it is no scalar or empty. */
    @Nullable
    String text(Node node, String what) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            wrong(node, "\"" + what + "\" must be a text", null);
            return null;
        }
        return scalar.getValue().strip();
    }

    void unknown(Node node, String what, Collection<String> known) {
        String name = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        String hint = DidYouMean.nearest(name, known)
                .map(near -> "Perhaps you meant \"" + near + "\".")
                .orElse("Known are " + String.join(", ", known.stream().sorted().toList()) + ".");
        wrong(node, "unknown " + what, hint);
    }

    void wrong(Node node, String message, @Nullable String hint) {
        problems.add(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, message, hint);
    }
}
