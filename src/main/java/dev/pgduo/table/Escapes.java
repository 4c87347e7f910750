package dev.pgduo.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a markup format writes instead of single ASCII characters. */
final class Escapes {
    static final Escapes HTML =
            new Escapes(Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\n', "<br />\n"));
    static final Escapes ASCIIDOC = new Escapes(Map.of('|', "\\|"));
    static final Escapes TROFF = new Escapes(Map.of('\\', "\\(rs"));
    static final Escapes LATEX = new Escapes(Map.ofEntries(
            Map.entry('#', "\\#"),
            Map.entry('$', "\\$"),
            Map.entry('%', "\\%"),
            Map.entry('&', "\\&"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"),
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('^', "\\^{}"),
            Map.entry('_', "\\_"),
            Map.entry('{', "\\{"),
            Map.entry('|', "\\textbar{}"),
            Map.entry('}', "\\}"),
            Map.entry('~', "\\~{}"),
            Map.entry('\n', "\\\\")));

    private final byte[] @Nullable [] replacements = new byte[0x80][];

    private Escapes(Map<Character, String> escapes) {
        escapes.forEach((c, text) -> replacements[c] = text.getBytes(StandardCharsets.US_ASCII));
    }

    void write(Sink sink, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(sink, bytes, 0, bytes.length);
    }

    void write(Sink sink, byte[] text) throws IOException {
        write(sink, text, 0, text.length);
    }

    void write(Sink sink, Cells.Row row, int column) throws IOException {
        write(sink, row.bytes(), row.start(column), row.end(column));
    }

    void write(Sink sink, byte[] text, int from, int to) throws IOException {
        int done = from;
        for (int i = from; i < to; i++) {
            byte[] replacement = text[i] < 0 ? null : replacements[text[i]];
            if (replacement != null) {
                sink.put(text, done, i);
                sink.put(replacement);
                done = i + 1;
            }
        }
        sink.put(text, done, to);
    }
}
