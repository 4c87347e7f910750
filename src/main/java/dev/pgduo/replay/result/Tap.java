package dev.pgduo.replay.result;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Writes outcomes as TAP version 14: one test point for each lab on each server, its differences as YAML.
 *
 * @see <a href="https://testanything.org/tap-version-14-specification.html">TAP 14</a>
 */
public final class Tap {
    private final Writer out;

    private Tap(Writer out) {
        this.out = out;
    }

    /** Writes the document; the writer stays open. */
    public static void write(List<LabOutcome> outcomes, Writer out) throws IOException {
        Tap tap = new Tap(out);
        tap.line("TAP version 14");
        tap.line("1.." + outcomes.size() + (outcomes.isEmpty() ? " # SKIP no labs" : ""));
        for (int i = 0; i < outcomes.size(); i++) {
            tap.outcome(i + 1, outcomes.get(i));
        }
    }

    private void outcome(int number, LabOutcome outcome) throws IOException {
        String name = escaped(outcome.cell().name());
        String skip = outcome.standing() == CellStatus.SKIPPED ? " # SKIP " + oneLine(outcome.remark()) : "";
        line((outcome.standing().wrong() ? "not ok " : "ok ") + number + " - " + name + skip);
        if (outcome.standing() == CellStatus.SKIPPED) {
            return;
        }
        line("  ---");
        line("  standing: " + outcome.standing());
        line("  duration_ms: "
                + String.format(Locale.ROOT, "%d", outcome.elapsed().toMillis()));
        if (!outcome.findings().isEmpty()) {
            line("  differences:");
            for (Finding finding : outcome.findings()) {
                finding(finding);
            }
        }
        line("  ...");
    }

    private void finding(Finding finding) throws IOException {
        line("    - line: " + finding.line());
        line("      standing: " + finding.standing());
        if (!finding.kindLabel().isEmpty()) {
            line("      kind: " + finding.kindLabel());
        }
        line("      text:");
        for (String text : finding.words()) {
            line("        - " + quoted(text));
        }
    }

    /** Escapes a text: a number sign would begin a directive. */
    private static String escaped(String text) {
        return oneLine(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** The text as YAML's double-quoted scalar, which can contain any character. */
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
