package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AsciiDoc: listing and literal blocks, fences, indented lines; the rest is prose. */
final class AsciidocDocument {
    private static final Pattern TITLE = Pattern.compile("(?<signs>={1,6})\\s+(?<text>\\S.*)");
    private static final Pattern SOURCE =
            Pattern.compile("\\[(?:source|listing|literal)?(?:%\\w+)?,?\\s*([\\w-]*).*\\]\\s*");
    private static final Pattern DELIMITER = Pattern.compile("(-{4,}|\\.{4,}|```\\w*)\\s*");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(:[\\w!-]+:.*|//.*|\\[.*\\]|\\+|={4,}|\\*{4,}|_{4,}|--)\\s*");
    private static final Pattern CALLOUT = Pattern.compile("\\s+<\\d+>\\s*$");

    private final List<DocLine> lines;
    private final BlockBuilder blocks = new BlockBuilder();
    private Language next = Language.NONE;
    private int at;

    private AsciidocDocument(List<DocLine> lines) {
        this.lines = lines;
    }

    static List<Piece> read(List<DocLine> lines) {
        AsciidocDocument document = new AsciidocDocument(lines);
        while (document.at < lines.size()) {
            document.step();
        }
        return document.blocks.pieces();
    }

    private void step() {
        DocLine line = lines.get(at);
        Matcher title = TITLE.matcher(line.text());
        Matcher source = SOURCE.matcher(line.text());
        Matcher delimiter = DELIMITER.matcher(line.text());
        if (delimiter.matches()) {
            delimited(delimiter.group(1));
        } else if (title.matches()) {
            blocks.title(line.with(title.group("text")), title.group("signs").length());
            at++;
        } else if (source.matches()) {
            next = Language.named(source.group(1));
            at++;
        } else if (ATTRIBUTE.matcher(line.text()).matches()) {
            at++;
        } else if (indented(line)) {
            literal();
        } else {
            blocks.prose(line.with(CALLOUT.matcher(line.text())
                    .replaceFirst("")
                    .replaceFirst("^\\.(?=[^\\s.])", "")
                    .replaceAll("[+*]([^`+*]+)[+*]", "$1")));
            at++;
        }
    }

    private void delimited(String opened) {
        String closed = opened.startsWith("```") ? "```" : opened;
        Language language = closed.equals("```") && opened.length() > 3 ? Language.named(opened.substring(3)) : next;
        next = Language.NONE;
        List<DocLine> inner = new ArrayList<>();
        at++;
        while (at < lines.size() && !lines.get(at).text().stripTrailing().equals(closed)) {
            DocLine line = lines.get(at++);
            inner.add(line.with(CALLOUT.matcher(line.text()).replaceFirst("")));
        }
        at++;
        blocks.code(language, inner);
    }

    /** Handles a paragraph that begins with a blank, which is literal. */
    private boolean indented(DocLine line) {
        boolean first = at == 0 || lines.get(at - 1).blank();
        return first && !line.blank() && BlockBuilder.indent(line.text()) > 0;
    }

    private void literal() {
        List<DocLine> inner = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).blank()) {
            inner.add(lines.get(at++));
        }
        blocks.code(next, inner);
        next = Language.NONE;
    }
}
