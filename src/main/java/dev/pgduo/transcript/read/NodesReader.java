package dev.pgduo.transcript.read;

import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.PathAlias;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses {@code nodes} of the front matter, with the defaults. Used once. */
final class NodesReader {
    private final YamlNodes yaml;
    private NodeHeader a = NodeHeader.a();
    private NodeHeader b = NodeHeader.b();

    NodesReader(YamlNodes yaml) {
        this.yaml = yaml;
    }

    List<NodeHeader> read(Node node) {
        yaml.fields(
                node,
                "\"nodes\"",
                Map.of(
                        "a", fields -> a = node(fields, a),
                        "b", fields -> b = node(fields, b),
                        "A", fields -> a = node(fields, a),
                        "B", fields -> b = node(fields, b)));
        if (a.prompt().equals(b.prompt())) {
            yaml.wrong(
                    node, "both nodes have the prompt \"" + a.prompt() + "\"", "Give each node a prompt of its own.");
        }
        if (a.port() == b.port()) {
            yaml.wrong(node, "both nodes have the port " + a.port(), "Give each node a port of its own.");
        }
        return List.of(a, b);
    }

    private NodeHeader node(Node fields, NodeHeader standard) {
        Draft draft = new Draft(standard);
        yaml.fields(
                fields,
                "node \"" + standard.name() + "\"",
                Map.of(
                        "prompt", value -> draft.prompt(prompt(value)),
                        "port", value -> draft.port(port(value)),
                        "paths", value -> draft.paths(paths(value))));
        return draft.node;
    }

    private static final class Draft {
        private NodeHeader node;

        Draft(NodeHeader node) {
            this.node = node;
        }

        private void change(UnaryOperator<NodeHeader> change) {
            node = change.apply(node);
        }

        void prompt(@Nullable String text) {
            if (text != null) {
                change(old -> new NodeHeader(old.name(), text, old.port(), old.paths()));
            }
        }

        void port(@Nullable Integer port) {
            if (port != null) {
                change(old -> new NodeHeader(old.name(), old.prompt(), port, old.paths()));
            }
        }

        /** Puts the lab's own paths first, as the first ones are used for output. */
        void paths(List<PathAlias> paths) {
            List<PathAlias> all = new ArrayList<>(paths);
            all.addAll(node.paths());
            change(old -> new NodeHeader(old.name(), old.prompt(), old.port(), all));
        }
    }

    /** The prompt with its last character, or null when it would be ambiguous. */
    private @Nullable String prompt(Node value) {
        String text = yaml.text(value, "prompt");
        if (text == null) {
            return null;
        }
        if (!text.equals(TerminalText.shown(text)) || text.matches("(?s).*[\t\n].*")) {
            yaml.wrong(value, "\"prompt\" must be one line without tabs and control characters", null);
            return null;
        }
        String prompt = text.matches(".*[>$#%]") ? text : text + ">";
        if (LineShape.LAB.equals(prompt)) {
            yaml.wrong(value, "prompt \"" + prompt + "\" is the lab's own", "Give the node another prompt.");
            return null;
        }
        if (text.startsWith("%")) {
            yaml.wrong(value, "\"prompt\" cannot begin with %, as directives do", "Give the node another prompt.");
            return null;
        }
        return prompt;
    }

    private @Nullable Integer port(Node value) {
        String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            yaml.wrong(value, "\"port\" must be a number from 1 to 65535", null);
            return null;
        }
        return port;
    }

    /** Parses {@code /path: place}, or {@code place: /path}. */
    private List<PathAlias> paths(Node value) {
        List<PathAlias> aliases = new ArrayList<>();
        yaml.entries(value, "\"paths\"", (key, target) -> {
            ScalarNode other = target instanceof ScalarNode scalar ? scalar : key;
            boolean pathFirst = key.getValue().startsWith("/");
            alias(pathFirst ? key : other, pathFirst ? other : key).ifPresent(aliases::add);
        });
        return aliases;
    }

    private Optional<PathAlias> alias(ScalarNode path, ScalarNode place) {
        List<String> known = Arrays.stream(PathAlias.Place.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(place.getValue())) {
            yaml.unknown(place, "place \"" + place.getValue() + "\"", known);
            return Optional.empty();
        }
        String text = path.getValue().replaceAll("(?<=.)/+$", "");
        if (!text.startsWith("/")) {
            yaml.wrong(path, "path \"" + text + "\" must begin with a slash", null);
            return Optional.empty();
        }
        return Optional.of(
                new PathAlias(text, PathAlias.Place.valueOf(place.getValue().toUpperCase(Locale.ROOT))));
    }
}
