package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front matter of an imported lab. */
final class FrontMatter {
    private FrontMatter() {}

    /** Its text, followed by a blank line; empty when nothing has to be in it. */
    static String of(@Nullable String title, ForeignNodes facts) {
        List<String> lines = new ArrayList<>();
        if (title != null) {
            lines.add("title: " + quoted(title));
        }
        List<String> nodes = new ArrayList<>();
        nodes.addAll(node("a", facts));
        nodes.addAll(node("b", facts));
        if (!nodes.isEmpty()) {
            lines.add("nodes:");
            lines.addAll(nodes);
        }
        return lines.isEmpty() ? "" : "---\n" + String.join("\n", lines) + "\n---\n\n";
    }

    private static List<String> node(String node, ForeignNodes facts) {
        List<String> fields = new ArrayList<>();
        if (facts.portA() != 5432 || facts.portB() != 5433) {
            fields.add("    port: " + facts.port(node));
        }
        List<String> paths = facts.directories().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("/"))
                .filter(entry ->
                        entry.getValue().equals(node) || entry.getValue().equals("?"))
                .map(entry -> "      " + quoted(entry.getKey()) + ": data")
                .toList();
        if (!paths.isEmpty()) {
            fields.add("    paths:");
            fields.addAll(paths);
        }
        if (!fields.isEmpty()) {
            fields.add(0, "  " + node + ":");
        }
        return fields;
    }

    /** A YAML scalar in double quotes. */
    private static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The header that the lab reader makes of this text. */
    static Header header(String text) {
        return text.isEmpty()
                ? Header.defaults()
                : TranscriptReader.parse(text + "lab> status\n", "front matter").header();
    }
}
