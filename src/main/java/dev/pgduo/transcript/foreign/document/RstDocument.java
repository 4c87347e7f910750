package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** reStructuredText: literal blocks after {@code ::} and in {@code code-block} and similar directives; the rest is prose. */
final class RstDocument {
    private static final Pattern RULE = Pattern.compile("([=\\-~^\"'`#*+.:_])\\1{2,}\\s*");
    private static final Pattern CODE =
            Pattern.compile("\\s*\\.\\.\\s+(?:code-block|code|sourcecode|parsed-literal|prompt)::\\s*(\\S*).*");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*\\.\\.(?:\\s.*)?");
    private static final Pattern TOLD =
            Pattern.compile("\\s*\\.\\.\\s+(?:note|tip|hint|warning|caution|important|attention|danger)::\\s+(\\S.*)");
    private static final Pattern OPTION = Pattern.compile("\\s+:[\\w-]+:.*");

    private final List<DocLine> lines;
    private final BlockBuilder blocks = new BlockBuilder();
    /** The characters of the rules below titles, in their order; the first is that of the highest level. */
    private final StringBuilder rules = new StringBuilder();

    private int at;

    private RstDocument(List<DocLine> lines) {
        this.lines = lines;
    }

    static List<Piece> read(List<DocLine> lines) {
        RstDocument document = new RstDocument(lines);
        while (document.at < lines.size()) {
            document.step();
        }
        return document.blocks.pieces();
    }

    private void step() {
        DocLine line = lines.get(at);
        Matcher code = CODE.matcher(line.text());
        if (code.matches()) {
            at++;
            literal(Language.named(code.group(1)), BlockBuilder.indent(line.text()));
        } else if (DIRECTIVE.matcher(line.text()).matches()) {
            at++;
            blocks.paragraph();
            Matcher told = TOLD.matcher(line.text());
            if (told.matches()) {
                blocks.prose(line.with(told.group(1)));
            }
        } else if (title(line)) {
            char rule = lines.get(at + 1).text().charAt(0);
            if (rules.indexOf(String.valueOf(rule)) < 0) {
                rules.append(rule);
            }
            blocks.title(line, rules.indexOf(String.valueOf(rule)) + 1);
            at += 2;
        } else if (RULE.matcher(line.text()).matches()) {
            at++;
        } else if (line.text().stripTrailing().endsWith("::")) {
            String text = line.text().stripTrailing();
            blocks.prose(line.with(text.equals("::") ? "" : text.substring(0, text.length() - 1)));
            at++;
            literal(Language.NONE, BlockBuilder.indent(line.text()));
        } else {
            blocks.prose(line.with(line.text().replace("``", "`").replace("**", "")));
            at++;
        }
    }

    private boolean title(DocLine line) {
        if (line.blank() || at + 1 >= lines.size()) {
            return false;
        }
        String rule = lines.get(at + 1).text().stripTrailing();
        return RULE.matcher(rule).matches()
                && !RULE.matcher(line.text()).matches()
                && rule.length()
                        >= line.text()
                                        .strip()
                                        .codePointCount(0, line.text().strip().length())
                                - 2;
    }

    /** Reads all lines with a deeper indentation than this, and blank ones between them. */
    private void literal(Language language, int indent) {
        while (at < lines.size() && OPTION.matcher(lines.get(at).text()).matches()) {
            at++;
        }
        List<DocLine> inner = new ArrayList<>();
        while (at < lines.size()
                && (lines.get(at).blank() || BlockBuilder.indent(lines.get(at).text()) > indent)) {
            inner.add(lines.get(at++));
        }
        blocks.code(language, inner);
    }
}
