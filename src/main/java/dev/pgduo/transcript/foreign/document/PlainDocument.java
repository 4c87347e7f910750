package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text: titles have a rule below them; prose and code are distinguished by their lines. */
final class PlainDocument {
    private static final Pattern RULE = Pattern.compile("([=~#*-])\\1{2,}\\s*");

    private PlainDocument() {}

    static List<Piece> read(List<DocLine> lines) {
        BlockBuilder blocks = new BlockBuilder();
        List<DocLine> code = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (title(lines, i)) {
                blocks.code(Language.PLAIN, code);
                code.clear();
                blocks.title(lines.get(i++), 1);
            } else {
                code.add(lines.get(i));
            }
        }
        blocks.code(Language.PLAIN, code);
        return blocks.pieces();
    }

    /**
     * Whether this line is a title; the rule of a table's header is wider than the header's words, or the header begins with a
     * blank.
     */
    private static boolean title(List<DocLine> lines, int at) {
        String text = lines.get(at).text().stripTrailing();
        if (at + 1 >= lines.size() || text.isEmpty() || Character.isWhitespace(text.charAt(0))) {
            return false;
        }
        String rule = lines.get(at + 1).text().stripTrailing();
        boolean apart = at == 0 || lines.get(at - 1).blank();
        int width = text.codePointCount(0, text.length());
        return apart
                && RULE.matcher(rule).matches()
                && !RULE.matcher(text).matches()
                && (rule.startsWith("~") || Math.abs(rule.length() - width) <= 2);
    }
}
