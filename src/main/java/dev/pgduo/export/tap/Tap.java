package dev.pgduo.export.tap;

import dev.pgduo.export.drift.Difference;
import dev.pgduo.export.drift.LabRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Writes runs as TAP version 14: one test point for each lab on each server, its differences as YAML.
 *
 * @see <a href="https://testanything.org/tap-version-14-specification.html">TAP 14</a>
 */
public final class Tap {
    private final Writer out;

    private Tap(Writer out) {
        this.out = out;
    }

    /** Writes the document; the writer stays open. */
    public static void write(List<LabRun> runs, Writer out) throws IOException {
        Tap tap = new Tap(out);
        tap.line("TAP version 14");
        tap.line("1.." + runs.size() + (runs.isEmpty() ? " # SKIP no labs" : ""));
        for (int i = 0; i < runs.size(); i++) {
            tap.run(i + 1, runs.get(i));
        }
    }

    private void run(int number, LabRun run) throws IOException {
        String name = escaped(run.lab() + " on PostgreSQL " + run.version());
        String skip = run.skipped() ? " # SKIP " + oneLine(run.remark()) : "";
        line((run.wrong() ? "not ok " : "ok ") + number + " - " + name + skip);
        if (run.skipped()) {
            return;
        }
        line("  ---");
        line("  standing: " + run.standing());
        line("  duration_ms: " + String.format(Locale.ROOT, "%d", run.elapsed().toMillis()));
        if (!run.differences().isEmpty()) {
            line("  differences:");
            for (Difference difference : run.differences()) {
                difference(difference);
            }
        }
        line("  ...");
    }

    private void difference(Difference difference) throws IOException {
        line("    - line: " + difference.line());
        line("      standing: " + difference.standing());
        if (!difference.kind().isEmpty()) {
            line("      kind: " + difference.kind());
        }
        line("      text:");
        for (String text : difference.text()) {
            line("        - " + quoted(text));
        }
    }

    /** A number sign begins a directive, and a backslash quotes it. */
    private static String escaped(String text) {
        return oneLine(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** As YAML's double-quoted scalar, which can hold any character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
